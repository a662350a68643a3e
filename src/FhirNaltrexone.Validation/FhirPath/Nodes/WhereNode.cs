namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>where()</c>.</summary>
internal sealed class WhereNode(int position, Node source, Node criterion) : Node(position)
{
    public override void Push(Span focus, Evaluation run)
    {
        var items = run.Push(source, focus);
        var (kept, index) = (items.Start, run.Index);
        for (var at = items.Start; at < items.End; at++)
        {
            if (Holds(at, items, run)) run.Replace(kept++, run[at]);
        }

        run.Index = index;
        run.Cut(kept);
    }

    public override bool Any(Span focus, Evaluation run)
    {
        var items = run.Push(source, focus);
        var (at, index) = (items.Start, run.Index);
        while (at < items.End && !Holds(at, items, run)) at++;
        run.Index = index;
        run.Cut(items.Start);
        return at < items.End;
    }

    private bool Holds(int at, Span items, Evaluation run)
    {
        run.Step();
        run.Index = at - items.Start;
        return criterion.Test(new(at, 1), run) == true;
    }
}
