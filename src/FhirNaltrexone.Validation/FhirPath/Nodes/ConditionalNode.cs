namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>iif()</c>: evaluates one of two parts only. Its focus is the whole collection it is called on, which may be empty (see ctm-1 of R4).</summary>
internal sealed class ConditionalNode(int position, Node? source, Node criterion, Node whenTrue, Node? otherwise) : Node(position)
{
    public override void Push(Span focus, Evaluation run)
    {
        var mark = run.Count;
        var items = source is null ? focus : run.Push(source, focus);
        var above = run.Count;
        if (criterion.Test(items, run) == true) whenTrue.Push(items, run);
        else otherwise?.Push(items, run);
        run.Drop(mark, above);
    }
}
