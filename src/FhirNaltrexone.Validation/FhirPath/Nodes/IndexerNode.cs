namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>An item by its place, from 0.</summary>
internal sealed class IndexerNode(int position, Node source, Node place) : Node(position)
{
    public override void Push(Span focus, Evaluation run)
    {
        var at = place.One(focus, run);
        if (!at.IsSomething) return;
        if (at.Integer is not { } index) throw Fault("The place of an item is an integer.");
        var items = run.Push(source, focus);
        var isThere = index >= 0 && index < items.Count;
        if (isThere) run.Replace(items.Start, run[items.Start + index]);
        run.Cut(items.Start + (isThere ? 1 : 0));
    }
}
