using System.Globalization;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Sql.Search;

/// <summary>Distance on a sphere, after a belt of latitudes that an index can find.</summary>
internal static class NearSql
{
    private const double RadiusKilometres = 6371.0088;

    // The belt must hold all that the formula accepts, whatever the last digits of either.
    private const double Margin = 1e-6;

    public static string Of(SqlBuilder sql, NearTest near, string alias)
    {
        var belt = (near.Kilometres / RadiusKilometres * 180 / Math.PI) + Margin;
        var latitude = sql.Value(near.Latitude);
        var cosine = sql.Value(Math.Cos(near.Latitude * Math.PI / 180));
        var longitude = sql.Value(near.Longitude);
        var diameter = (2 * RadiusKilometres).ToString("R", CultureInfo.InvariantCulture);
        var haversine = $"""
            (power(sin(radians({alias}.latitude - {latitude}) / 2), 2)
              + {cosine} * cos(radians({alias}.latitude)) * power(sin(radians({alias}.longitude - {longitude}) / 2), 2))
            """;
        return $"""
            {alias}.latitude >= {sql.Value(near.Latitude - belt)} and {alias}.latitude <= {sql.Value(near.Latitude + belt)}
              and {diameter} * asin(sqrt(case when {haversine} > 1 then 1 else {haversine} end)) <= {sql.Value(near.Kilometres)}
            """;
    }
}
