using System.Globalization;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Search.Requests.Values;

/// <summary>Reads places (FHIR R4, Location.near): <c>latitude|longitude|distance|units</c>, the last two optional.</summary>
internal static class NearReading
{
    public static NearTest? Read(ReadingContext context, string raw)
    {
        var parts = SearchText.Split(raw, '|').Select(SearchText.Unescape).ToList();
        if (parts.Count is >= 2 and <= 4
            && TryNumber(parts[0], -90, 90, out var latitude)
            && TryNumber(parts[1], -180, 180, out var longitude)
            && TryDistance(context.Options.NearKilometres, parts, out var kilometres)) return new NearTest(latitude, longitude, kilometres);
        context.Fail("a place is 'latitude|longitude|distance|units' in degrees; units are km (when none are given), m, [mi_i] or [mi_us].");
        return null;
    }

    private static bool TryDistance(double standard, List<string> parts, out double kilometres)
    {
        kilometres = standard;
        if (parts.Count == 2 || (parts[2].Length == 0 && parts.Count == 3)) return true;
        if (!TryNumber(parts[2], 0, 1e9, out var distance) || Unit(parts.ElementAtOrDefault(3)) is not { } unit) return false;
        kilometres = distance * unit;
        return true;
    }

    /// <summary>Kilometres of a unit (UCUM).</summary>
    private static double? Unit(string? code) => code switch
    {
        null or "" or "km" => 1,
        "m" => 0.001,
        "mi" or "[mi_i]" => 1.609344,
        "[mi_us]" => 6336.0 / 3937,
        _ => null,
    };

    private static bool TryNumber(string text, double least, double greatest, out double number)
        => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
            && number >= least && number <= greatest;
}
