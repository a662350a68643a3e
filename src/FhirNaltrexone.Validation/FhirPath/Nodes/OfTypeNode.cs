namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>
/// <c>ofType</c>, and <c>as</c> in both forms. FHIRPath N1 lets <c>as</c> fail on several items, but invariants of R4 such as dom-3 use it on
/// whole collections: here it filters.
/// </summary>
internal sealed class OfTypeNode(int position, Node source, TypeTest type) : Node(position)
{
    public override void Push(Span focus, Evaluation run)
    {
        var items = run.Push(source, focus);
        var kept = items.Start;
        for (var index = items.Start; index < items.End; index++)
        {
            if (type.Matches(run[index])) run.Replace(kept++, run[index]);
        }

        run.Cut(kept);
    }
}
