namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>aggregate()</c>: goes through the items and carries a total along.</summary>
internal sealed class AggregateNode(int position, Node source, Node aggregator, Node? start) : Node(position)
{
    public override void Push(Span focus, Evaluation run)
    {
        var items = run.Push(source, focus);
        var (index, total) = (run.Index, run.Total);
        var carried = start is null ? new Span(run.Count, 0) : run.Push(start, focus);
        for (var at = items.Start; at < items.End; at++)
        {
            run.Step();
            run.Index = at - items.Start;
            run.Total = carried;
            var next = run.Push(aggregator, new(at, 1));
            run.Drop(items.End, next.Start);
            carried = new(items.End, next.Count);
        }

        (run.Index, run.Total) = (index, total);
        run.Drop(items.Start, items.End);
    }
}
