using FhirNaltrexone.Validation.FhirPath.Values;

namespace FhirNaltrexone.Validation.FhirPath.Nodes;

/// <summary>The operators of order.</summary>
internal sealed class ComparisonNode(int position, string operation, Node left, Node right) : TruthNode(position)
{
    public override bool? Test(Span focus, Evaluation run)
    {
        var (one, other) = (left.One(focus, run), right.One(focus, run));
        if (!one.IsSomething || !other.IsSomething) return null;
        run.Step();
        if (!Ordering.TryCompare(one, other, run.DefaultOffset, out var order)) return Refuse(one, other);
        return order is not { } known ? null : operation switch
        {
            "<" => known < 0,
            ">" => known > 0,
            "<=" => known <= 0,
            _ => known >= 0,
        };
    }

    /// <summary>A quantity that cannot be told as one amount, because it has a comparator or no value, is only not known.</summary>
    private bool? Refuse(in FhirPathValue one, in FhirPathValue other)
        => IsUnknownQuantity(one) || IsUnknownQuantity(other) ? null : throw Fault($"The operator {operation} does not take values of these types.");

    private static bool IsUnknownQuantity(in FhirPathValue value) => value.Kind == FhirPathKind.Element && Primitives.IsQuantity(value.Element);
}
