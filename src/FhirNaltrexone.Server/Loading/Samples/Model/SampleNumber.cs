namespace FhirNaltrexone.Server.Loading.Samples.Model;

/// <summary>A number that is the same for everyone.</summary>
internal sealed record SampleNumber(int Value, string Unit, string Why);
