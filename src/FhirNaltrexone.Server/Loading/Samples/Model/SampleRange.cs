namespace FhirNaltrexone.Server.Loading.Samples.Model;

/// <summary>Whole numbers to draw from, both ends included.</summary>
internal sealed record SampleRange(int From, int To, string Unit, string Why);
