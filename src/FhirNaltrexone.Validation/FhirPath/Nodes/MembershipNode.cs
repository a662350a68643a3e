using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>in</c>, and <c>contains</c> of collections with its sides exchanged. Alternatives are evaluated one after another until the member is found.</summary>
internal sealed class MembershipNode(int position, Node member, Node[] alternatives) : TruthNode(position)
{
    public override bool? Test(Span focus, Evaluation run)
    {
        var items = run.Push(member, focus);
        if (items.Count > 1) throw Fault("One item is looked for in a collection, but there are more.");
        bool? result = items.Count == 0 ? null : IsInAny(items.Start, focus, run);
        run.Cut(items.Start);
        return result;
    }

    private bool IsInAny(int item, Span focus, Evaluation run)
    {
        foreach (var alternative in alternatives)
        {
            if (alternative is LiteralNode literal ? literal.Is(run[item], run) : IsIn(item, run.Push(alternative, focus), run)) return true;
            run.Cut(item + 1);
        }

        return false;
    }

    private static bool IsIn(int item, Span items, Evaluation run)
    {
        for (var index = items.Start; index < items.End; index++)
        {
            if (Equality.AreSame(run[item], run[index], run)) return true;
        }

        return false;
    }
}
