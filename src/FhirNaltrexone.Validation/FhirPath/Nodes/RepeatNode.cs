using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>repeat()</c>: selects from what was selected, as long as new items come up.</summary>
internal sealed class RepeatNode(int position, Node source, Node projection) : Node(position)
{
    public override void Push(Span focus, Evaluation run)
    {
        var items = run.Push(source, focus);
        var index = run.Index;
        var known = new DistinctItems(items.End);
        for (var at = items.Start; at < run.Count; at++)
        {
            run.Step();
            run.Index = at - items.Start;
            var found = run.Push(projection, new(at, 1));
            known.AddNew(found, run);
        }

        run.Index = index;
        run.Drop(items.Start, items.End);
    }
}
