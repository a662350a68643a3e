namespace FhirNaltrexone.Storage.Indexing;

/// <summary>A place on the earth (WGS 84).</summary>
/// <param name="Parameter">Key of the parameter.</param>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
public readonly record struct PositionEntry(int Parameter, double Latitude, double Longitude);
