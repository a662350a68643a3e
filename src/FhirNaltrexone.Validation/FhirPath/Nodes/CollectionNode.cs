namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>A function of collections. Its argument sees the focus of the whole expression, not the input.</summary>
internal sealed class CollectionNode(int position, Node source, Node? argument, CollectionFunction function) : Node(position)
{
    public override void Push(Span focus, Evaluation run)
    {
        var input = run.Push(source, focus);
        var other = argument is null ? new Span(run.Count, 0) : run.Push(argument, focus);
        var above = run.Count;
        function(input, other, new(Position, run));
        run.Drop(input.Start, above);
    }
}
