using System.Runtime.InteropServices;
using System.Text.Json;
using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>Compares elements with all that is in them. Order of members does not count; order of items does not count loosely.</summary>
internal static class ElementEquality
{
    /// <summary>Compares two primitives of text without reading them.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="isSame">Whether their texts are the same.</param>
    /// <returns>False where the elements are of other kinds, or written with escapes.</returns>
    public static bool TrySameText(in FhirElement left, in FhirElement right, out bool isSame)
    {
        isSame = false;
        if (!Primitives.IsText(left) || !Primitives.IsText(right)) return false;
        var one = JsonMarshal.GetRawUtf8Value(left.Value);
        var other = JsonMarshal.GetRawUtf8Value(right.Value);
        isSame = one.SequenceEqual(other);
        return isSame || (!one.Contains((byte)'\\') && !other.Contains((byte)'\\'));
    }

    /// <summary>Whether two elements have equal members, as deep as they go.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="run">The evaluation that pays for it.</param>
    /// <param name="loosely">Whether equivalence is asked for.</param>
    public static bool AreEqual(in FhirElement left, in FhirElement right, Evaluation run, bool loosely = false)
        => AreEqual(left.Value, right.Value, left.Type, right.Type, run, loosely) && AreEqual(left.Companion, right.Companion, null, null, run, loosely);

    private static bool AreEqual(JsonElement left, JsonElement right, ElementType? leftType, ElementType? rightType, Evaluation run, bool loosely)
    {
        run.Step();
        if (left.ValueKind != right.ValueKind) return false;
        return left.ValueKind switch
        {
            JsonValueKind.Object => AreMembersEqual(left, right, leftType, rightType, run, loosely),
            JsonValueKind.Array when loosely => AreSetsEqual(left, right, leftType, rightType, run),
            JsonValueKind.Array => AreItemsEqual(left, right, leftType, rightType, run),
            JsonValueKind.Undefined or JsonValueKind.Null => true,
            _ => AreValuesEqual(left, right, leftType, rightType, run, loosely),
        };
    }

    private static bool AreMembersEqual(JsonElement left, JsonElement right, ElementType? leftType, ElementType? rightType, Evaluation run, bool loosely)
    {
        if (left.GetPropertyCount() != right.GetPropertyCount()) return false;
        foreach (var member in left.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            if (!right.TryGetProperty(name, out var other)) return false;
            if (!AreEqual(member.Value, other, leftType?.Child(name)?.Type, rightType?.Child(name)?.Type, run, loosely)) return false;
        }

        return true;
    }

    private static bool AreItemsEqual(JsonElement left, JsonElement right, ElementType? leftType, ElementType? rightType, Evaluation run)
    {
        if (left.GetArrayLength() != right.GetArrayLength()) return false;
        var others = right.EnumerateArray();
        foreach (var item in left.EnumerateArray())
        {
            if (!others.MoveNext() || !AreEqual(item, others.Current, leftType, rightType, run, false)) return false;
        }

        return true;
    }

    private static bool AreSetsEqual(JsonElement left, JsonElement right, ElementType? leftType, ElementType? rightType, Evaluation run)
    {
        var others = right.EnumerateArray().ToList();
        if (left.GetArrayLength() != others.Count) return false;
        foreach (var item in left.EnumerateArray())
        {
            var match = others.FindIndex(other => AreEqual(item, other, leftType, rightType, run, true));
            if (match < 0) return false;
            others.RemoveAt(match);
        }

        return true;
    }

    private static bool AreValuesEqual(JsonElement left, JsonElement right, ElementType? leftType, ElementType? rightType, Evaluation run, bool loosely)
    {
        if (leftType is null || rightType is null) return JsonElement.DeepEquals(left, right);
        var (one, other) = (FhirPathValue.Of(new FhirElement(left, default, leftType)), FhirPathValue.Of(new FhirElement(right, default, rightType)));
        return loosely ? Equivalence.AreEquivalent(one, other, run) : Equality.AreSame(one, other, run);
    }
}
