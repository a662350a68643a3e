namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>A position lies within a distance, on a sphere of radius 6371.0088 km.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Kilometres">Distance, zero or more.</param>
public sealed record NearTest(double Latitude, double Longitude, double Kilometres) : ValueTest;
