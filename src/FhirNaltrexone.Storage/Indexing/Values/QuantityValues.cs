using System.Text.Json;
using FhirNaltrexone.Storage.Indexing.Paths;
using FhirNaltrexone.Validation.Units;

namespace FhirNaltrexone.Storage.Indexing.Values;

/// <summary>
/// Quantities as closed intervals: a plain one is a point, one with a comparator or a range with one limit is open to that side, sampled data
/// reach from the least to the greatest sample.
/// </summary>
internal static class QuantityValues
{
    private const string UcumSystem = "http://unitsofmeasure.org";
    private const string CurrencySystem = "urn:iso:std:iso:4217";

    public static ValueRule? Rule(string type) => type switch
    {
        "Quantity" or "Age" or "Duration" or "Distance" or "Count" or "SimpleQuantity" or "MoneyQuantity" => Plain,
        "Money" => Money,
        "Range" => Range,
        "SampledData" => Sampled,
        _ => null,
    };

    private static void Plain(Extraction extraction, JsonElement value, PathBranch branch)
    {
        if (value.Member("value"u8)?.Decimal() is not { } number) return;
        var (low, high) = value.Text("comparator"u8) switch
        {
            "<" or "<=" => ((decimal?)null, (decimal?)number),
            ">" or ">=" => (number, null),
            _ => (number, number),
        };
        Add(extraction, low, high, Unit.Of(value));
    }

    private static void Money(Extraction extraction, JsonElement value, PathBranch branch)
    {
        if (value.Member("value"u8)?.Decimal() is not { } number) return;
        var currency = value.Text("currency"u8);
        Add(extraction, number, number, new(currency is null ? "" : CurrencySystem, currency ?? "", null));
    }

    private static void Range(Extraction extraction, JsonElement value, PathBranch branch)
    {
        var (low, high) = (value.Member("low"u8), value.Member("high"u8));
        var (from, to) = (low?.Member("value"u8)?.Decimal(), high?.Member("value"u8)?.Decimal());
        if (from is null && to is null) return;
        var unit = Unit.Of((from is null ? high : low)!.Value);
        if (from is not null && to is not null && Unit.Of(high!.Value) is var other && (other.System, other.Code) != (unit.System, unit.Code))
        {
            // R4 forbids limits in two units (rng-1 compares codes); each is then a quantity for itself.
            Add(extraction, from, from, unit);
            Add(extraction, to, to, other);
            return;
        }

        Add(extraction, from, to, unit);
    }

    private static void Sampled(Extraction extraction, JsonElement value, PathBranch branch)
    {
        if (value.Member("origin"u8) is not { } origin || origin.Member("value"u8)?.Decimal() is not { } zero) return;
        if (Samples.Limits(value, zero) is var (low, high)) Add(extraction, low, high, Unit.Of(origin));
    }

    private static void Add(Extraction extraction, decimal? low, decimal? high, Unit unit)
    {
        extraction.Quantity(Low(low), High(high), QuantityUnit.Coded, unit.System, unit.Code);
        if (unit.Text is { } text && text != unit.Code) extraction.Quantity(Low(low), High(high), QuantityUnit.Text, "", text);
        if (unit.System == UcumSystem && Canonical(low, high, unit.Code) is var (from, to, name))
            extraction.Quantity(Low(from), High(to), QuantityUnit.Canonical, "", name);
    }

    private static (decimal? Low, decimal? High, string Unit)? Canonical(decimal? low, decimal? high, string code)
    {
        var (from, to, unit) = (0m, 0m, "");
        if (low is { } first && !Ucum.TryCanonical(first, code, out from, out unit)) return null;
        if (high is { } last && !Ucum.TryCanonical(last, code, out to, out unit)) return null;
        return (low is null ? null : from, high is null ? null : to, unit);
    }

    private static SortableDecimal Low(decimal? value) => value is { } number ? SortableDecimal.From(number) : SortableDecimal.Least;

    private static SortableDecimal High(decimal? value) => value is { } number ? SortableDecimal.From(number) : SortableDecimal.Greatest;

    private readonly record struct Unit(string System, string Code, string? Text)
    {
        public static Unit Of(JsonElement quantity)
            => new(quantity.Text("system"u8) ?? "", quantity.Text("code"u8) ?? "", quantity.Text("unit"u8));
    }
}
