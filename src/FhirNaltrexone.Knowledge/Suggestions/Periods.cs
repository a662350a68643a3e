using System.Globalization;
using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Suggestions;

/// <summary>Checks invariant per-1 of R4: a Period must not end before it starts.</summary>
internal static class Periods
{
    /// <summary>Whether every Period anywhere in a resource is in order.</summary>
    public static bool InOrder(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => IsInOrder(element) && element.EnumerateObject().All(property => InOrder(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(InOrder),
        _ => true,
    };

    private static bool IsInOrder(JsonElement element)
    {
        if (!element.TryGetProperty("start"u8, out var start) || !element.TryGetProperty("end"u8, out var end)
            || start.ValueKind != JsonValueKind.String || end.ValueKind != JsonValueKind.String)
        {
            return true;
        }

        return !IsBefore(end.GetString()!, start.GetString()!);
    }

    /// <summary>Two instants are compared as such; a partial date covers its whole day, month or year and is compared as far as it goes.</summary>
    private static bool IsBefore(string end, string start)
    {
        if (end.Contains('T') && start.Contains('T')
            && DateTimeOffset.TryParse(end, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var last)
            && DateTimeOffset.TryParse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var first))
        {
            return last < first;
        }

        var known = Math.Min("yyyy-MM-dd".Length, Math.Min(end.Length, start.Length));
        return string.CompareOrdinal(end, 0, start, 0, known) < 0;
    }
}
