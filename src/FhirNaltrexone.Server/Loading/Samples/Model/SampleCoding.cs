namespace FhirNaltrexone.Server.Loading.Samples.Model;

/// <summary>A code and the public file it was seen in.</summary>
internal sealed record SampleCoding(string System, string Code, string Display, string Source);
