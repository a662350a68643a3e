using System.Text.Json;
using FhirNaltrexone.Storage.Indexing.Paths;

namespace FhirNaltrexone.Storage.Indexing.Values;

/// <summary>Numbers. A range is the interval of its limits, open where one is missing.</summary>
internal static class NumberValues
{
    public static ValueRule? Rule(string type) => type switch
    {
        "decimal" or "integer" or "positiveInt" or "unsignedInt" => Plain,
        "Range" => Range,
        _ => null,
    };

    private static void Plain(Extraction extraction, JsonElement value, PathBranch branch)
    {
        if (value.Decimal() is { } number) extraction.Number(number, number);
    }

    private static void Range(Extraction extraction, JsonElement value, PathBranch branch)
    {
        var low = value.Member("low"u8)?.Member("value"u8)?.Decimal();
        var high = value.Member("high"u8)?.Member("value"u8)?.Decimal();
        if (low is not null || high is not null) extraction.NumberFrom(low, high);
    }
}
