using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>The operators <c>~</c> and <c>!~</c>, of whole collections in any order.</summary>
internal sealed class EquivalenceNode(int position, Node left, Node right, bool isNegated) : TruthNode(position)
{
    public override bool? Test(Span focus, Evaluation run)
    {
        var one = run.Push(left, focus);
        var other = run.Push(right, focus);
        var result = one.Count == other.Count && AreEquivalent(one, other, run);
        run.Cut(one.Start);
        return result != isNegated;
    }

    private static bool AreEquivalent(Span one, Span other, Evaluation run)
    {
        for (var index = one.Start; index < one.End; index++)
        {
            var match = other.Start;
            while (match < other.End && !Equivalence.AreEquivalent(run[index], run[match], run)) match++;
            if (match == other.End) return false;
            run.Replace(match, run[other.Start]);
            other = new(other.Start + 1, other.Count - 1);
        }

        return true;
    }
}
