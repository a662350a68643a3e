using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>The operators <c>=</c> and <c>!=</c>, of whole collections.</summary>
internal sealed class EqualityNode(int position, Node left, Node right, bool isNegated) : TruthNode(position)
{
    private readonly LiteralNode? _literal = right as LiteralNode;

    public override bool? Test(Span focus, Evaluation run)
    {
        var one = run.Push(left, focus);
        bool? result = one.Count == 0 ? null : _literal is not null && one.Count == 1 && _literal.TryCompareText(run[one.Start], run, out var isSame) ? isSame : Compare(one, focus, run);
        run.Cut(one.Start);
        return isNegated ? !result : result;
    }

    private bool? Compare(Span one, Span focus, Evaluation run)
    {
        var other = run.Push(right, focus);
        if (other.Count == 0) return null;
        if (one.Count != other.Count) return false;
        bool? result = true;
        for (var index = 0; index < one.Count; index++)
        {
            var isEqual = Equality.AreEqual(run[one.Start + index], run[other.Start + index], run);
            if (isEqual == false) return false;
            if (isEqual is null) result = null;
        }

        return result;
    }
}
