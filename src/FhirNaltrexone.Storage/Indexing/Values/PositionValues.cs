using System.Text.Json;
using FhirNaltrexone.Storage.Indexing.Paths;

namespace FhirNaltrexone.Storage.Indexing.Values;

/// <summary>Places for <c>Location.near</c>.</summary>
internal static class PositionValues
{
    public static ValueRule? Rule(string type) => type == "Location.position" ? Position : null;

    private static void Position(Extraction extraction, JsonElement value, PathBranch branch)
    {
        var latitude = value.Member("latitude"u8)?.Decimal();
        var longitude = value.Member("longitude"u8)?.Decimal();
        if (latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180) extraction.Position((double)latitude, (double)longitude);
    }
}
