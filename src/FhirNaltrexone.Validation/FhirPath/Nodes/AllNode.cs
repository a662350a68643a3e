namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>all()</c>; stops at the first item that does not fit.</summary>
internal sealed class AllNode(int position, Node source, Node criterion) : TruthNode(position)
{
    public override bool? Test(Span focus, Evaluation run)
    {
        var items = run.Push(source, focus);
        var (at, index) = (items.Start, run.Index);
        while (at < items.End && Holds(at, items, run)) at++;
        run.Index = index;
        run.Cut(items.Start);
        return at == items.End;
    }

    private bool Holds(int at, Span items, Evaluation run)
    {
        run.Step();
        run.Index = at - items.Start;
        return criterion.Test(new(at, 1), run) == true;
    }
}
