using System.Text;
using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>The operators <c>=</c> and <c>!=</c>, of whole collections.</summary>
internal sealed class EqualityNode(int position, Node left, Node right, bool isNegated) : TruthNode(position)
{
    private readonly byte[]? _text = (right as LiteralNode)?.Value.Text is { } text ? Encoding.UTF8.GetBytes(text) : null;

    public override bool? Test(Span focus, Evaluation run)
    {
        var one = run.Push(left, focus);
        bool? result = one.Count == 0 ? null : _text is not null && TryCompareText(one, run, out var isSame) ? isSame : Compare(one, focus, run);
        run.Cut(one.Start);
        return isNegated ? !result : result;
    }

    /// <summary>The common case of an element and a text, without making a text of the element.</summary>
    private bool TryCompareText(Span one, Evaluation run, out bool isSame)
    {
        isSame = false;
        ref readonly var item = ref run[one.Start];
        if (one.Count != 1 || item.Kind != FhirPathKind.Element || !Primitives.IsText(item.Element)) return false;
        isSame = item.Element.Value.IsText(_text);
        return true;
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
