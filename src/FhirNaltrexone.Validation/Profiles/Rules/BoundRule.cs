using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Terminology;
using FhirNaltrexone.Validation.Units;

namespace FhirNaltrexone.Validation.Profiles.Rules;

/// <summary>A number, quantity or date is not beyond a bound. Quantities are compared in their canonical units; what cannot be compared is said.</summary>
/// <param name="bound">The bound.</param>
/// <param name="isMin">Whether it is the least value, not the greatest.</param>
internal sealed class BoundRule(JsonElement bound, bool isMin) : IElementRule
{
    public void Check(in FhirElement element, ValidationRun run)
    {
        var value = element.Value;
        if (value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String or JsonValueKind.Object)) return;
        if (Compare(value) is not { } order)
        {
            run.IsInDoubt = true;
            run.Report(value.ValueKind == JsonValueKind.String ? ValidationMessages.BoundUndecided : ValidationMessages.BoundIncomparable, value, Shown.Of(bound));
        }
        else if (isMin ? order < 0 : order > 0) run.Report(isMin ? ValidationMessages.TooLow : ValidationMessages.TooHigh, value, Shown.Of(bound));
    }

    private int? Compare(JsonElement value) => (value.ValueKind, bound.ValueKind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) when value.TryGetDecimal(out var mine) && bound.TryGetDecimal(out var theirs) => mine.CompareTo(theirs),
        (JsonValueKind.String, JsonValueKind.String) => Moments(value.GetString()!, bound.GetString()!),
        (JsonValueKind.Object, JsonValueKind.Object) => Quantities(value, bound),
        _ => null,
    };

    private static int? Moments(string mine, string theirs)
    {
        if (mine.Contains('T', StringComparison.Ordinal) && theirs.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(mine, CultureInfo.InvariantCulture, out var one) && DateTimeOffset.TryParse(theirs, CultureInfo.InvariantCulture, out var other))
            return one.CompareTo(other);
        var common = Math.Min(mine.Length, theirs.Length);
        return string.CompareOrdinal(mine[..common], theirs[..common]) is var order && order == 0 && mine.Length != theirs.Length ? null : order;
    }

    private static int? Quantities(JsonElement mine, JsonElement theirs)
    {
        if (Value(mine) is not { } one || Value(theirs) is not { } other) return null;
        if (mine.Text("code") == theirs.Text("code") && mine.Text("system") == theirs.Text("system")) return one.CompareTo(other);
        return Ucum.TryCanonical(one, mine.Text("code") ?? "", out var oneCanonical, out var oneUnit)
            && Ucum.TryCanonical(other, theirs.Text("code") ?? "", out var otherCanonical, out var otherUnit) && oneUnit == otherUnit
            ? oneCanonical.CompareTo(otherCanonical)
            : null;
    }

    private static decimal? Value(JsonElement quantity)
        => quantity.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;
}
