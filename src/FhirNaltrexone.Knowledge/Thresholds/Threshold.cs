using FhirNaltrexone.Cql;

namespace FhirNaltrexone.Knowledge.Thresholds;

/// <summary>One configurable clinical threshold, as <c>thresholds.json</c> describes it.</summary>
internal sealed record Threshold
{
    /// <summary>Name in the configuration; compared without regard to case, as configuration does.</summary>
    public required string Key { get; init; }

    /// <summary>Library of the CQL parameter it is bound to.</summary>
    public required string Library { get; init; }

    /// <summary>Name of the CQL parameter it is bound to.</summary>
    public required string Parameter { get; init; }

    public required ThresholdType Type { get; init; }

    /// <summary>The default, as text in the form an override has.</summary>
    public required string Default { get; init; }

    /// <summary>Unit of a Quantity, a calendar duration; for other types it only informs.</summary>
    public string? Unit { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    /// <summary>The texts allowed; empty for numbers.</summary>
    public required IReadOnlyList<string> Allowed { get; init; }

    /// <summary>Key of a threshold whose value must not be smaller than this one's.</summary>
    public string? Below { get; init; }

    /// <summary>The value as CQL sees it.</summary>
    public object ToCql(ThresholdValue value) => Type switch
    {
        ThresholdType.Quantity => new CqlQuantity(value.Numbers[0], Unit),
        ThresholdType.Integer => (int)value.Numbers[0],
        ThresholdType.Decimal => value.Numbers[0],
        ThresholdType.IntegerList => value.Numbers.Select(number => (object?)(int)number).ToArray(),
        _ => value.Text,
    };
}
