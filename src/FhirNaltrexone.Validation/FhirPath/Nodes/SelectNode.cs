namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>select()</c>.</summary>
internal sealed class SelectNode(int position, Node source, Node projection) : Node(position)
{
    public override void Push(Span focus, Evaluation run)
    {
        var items = run.Push(source, focus);
        var index = run.Index;
        for (var at = items.Start; at < items.End; at++)
        {
            run.Step();
            run.Index = at - items.Start;
            projection.Push(new(at, 1), run);
        }

        run.Index = index;
        run.Drop(items.Start, items.End);
    }
}
