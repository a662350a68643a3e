using FhirNaltrexone.Validation.FhirPath.Functions;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary><c>in</c>, and <c>contains</c> of collections with its sides exchanged.</summary>
internal sealed class MembershipNode(int position, Node member, Node collection) : TruthNode(position)
{
    public override bool? Test(Span focus, Evaluation run)
    {
        var items = run.Push(member, focus);
        if (items.Count > 1) throw Fault("One item is looked for in a collection, but there are more.");
        bool? result = items.Count == 0 ? null : ExistenceFunctions.IsIn(items.Start, run.Push(collection, focus), run);
        run.Cut(items.Start);
        return result;
    }
}
