namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>is</c>, as operator or function.</summary>
internal sealed class IsNode(int position, Node source, TypeTest type) : TruthNode(position)
{
    public override bool? Test(Span focus, Evaluation run)
    {
        var items = run.Push(source, focus);
        if (items.Count > 1) throw Fault("The type of one item is asked for, but there are more.");
        bool? matches = items.Count == 0 ? null : type.Matches(run[items.Start]);
        run.Cut(items.Start);
        return matches;
    }
}
