using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Search.Requests.Values;

/// <summary>The prefix of an ordered value (FHIR R4, prefixes).</summary>
internal static class Prefix
{
    /// <summary>Takes the prefix off; false when two letters stand there that are none.</summary>
    public static bool TrySplit(string text, out ValueComparison comparison, out string rest)
    {
        comparison = ValueComparison.Equal;
        rest = text;
        if (text.Length < 2 || !char.IsAsciiLetter(text[0]) || !char.IsAsciiLetter(text[1])) return true;
        rest = text[2..];
        return TryRead(text[..2], out comparison);
    }

    /// <summary>What two letters mean.</summary>
    public static bool TryRead(string prefix, out ValueComparison comparison)
    {
        (var isKnown, comparison) = prefix switch
        {
            "eq" => (true, ValueComparison.Equal),
            "ne" => (true, ValueComparison.NotEqual),
            "gt" => (true, ValueComparison.Greater),
            "lt" => (true, ValueComparison.Less),
            "ge" => (true, ValueComparison.GreaterOrEqual),
            "le" => (true, ValueComparison.LessOrEqual),
            "sa" => (true, ValueComparison.StartsAfter),
            "eb" => (true, ValueComparison.EndsBefore),
            "ap" => (true, ValueComparison.Approximate),
            _ => (false, ValueComparison.Equal),
        };
        return isKnown;
    }
}
