namespace FhirNaltrexone.Server.Loading.Samples.Model;

/// <summary>Choices, each with its weight.</summary>
internal sealed record SampleWeights(string Why, IReadOnlyDictionary<string, int> Of);
