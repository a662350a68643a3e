using System.Globalization;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>Reads <c>_count</c>: a whole number, however long; beyond the limit it is the limit.</summary>
internal static class PageCount
{
    /// <summary>The count; false when it is no whole number of zero or more.</summary>
    public static bool TryRead(string value, int limit, out int count)
    {
        count = 0;
        if (value.Length == 0 || !value.All(char.IsAsciiDigit)) return false;
        count = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, limit) : limit;
        return true;
    }
}
