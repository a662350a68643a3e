using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Storage.Indexing.Paths;

namespace FhirNaltrexone.Storage.Indexing.Values;

/// <summary>The least and greatest of sampled data: origin + factor × sample; <c>L</c> and <c>U</c> are its limits, <c>E</c> is an error.</summary>
internal static class Samples
{
    public static (decimal? Low, decimal? High)? Limits(JsonElement data, decimal origin)
    {
        if (data.Text("data"u8) is not { } text) return null;
        try
        {
            return Limits(data, text, origin, data.Member("factor"u8)?.Decimal() ?? 1);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static (decimal? Low, decimal? High)? Limits(JsonElement data, string text, decimal origin, decimal factor)
    {
        (decimal Low, decimal High)? limits = null;
        var (isBelow, isAbove) = (false, false);
        foreach (var range in text.AsSpan().Split(' '))
        {
            var token = text.AsSpan(range);
            isBelow |= token is "L";
            isAbove |= token is "U";
            if (!decimal.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var sample)) continue;
            var value = origin + (factor * sample);
            limits = limits is var (low, high) ? (Math.Min(low, value), Math.Max(high, value)) : (value, value);
        }

        if (limits is null && !isBelow && !isAbove) return null;
        return (isBelow ? Limit(data, "lowerLimit"u8, origin, factor) : limits?.Low, isAbove ? Limit(data, "upperLimit"u8, origin, factor) : limits?.High);
    }

    private static decimal? Limit(JsonElement data, ReadOnlySpan<byte> name, decimal origin, decimal factor)
        => data.Member(name)?.Decimal() is { } limit ? origin + (factor * limit) : null;
}
