namespace FhirNaltrexone.Server.Loading.Samples.Model;

/// <summary>How often something happens, 0 to 1.</summary>
internal sealed record SampleShare(decimal Share, string Why);
