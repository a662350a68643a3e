namespace FhirNaltrexone.Server.Loading.Samples.Model;

/// <summary>A clinical idea with its codes, best first.</summary>
internal sealed record SampleConcept(string Text, IReadOnlyList<SampleCoding> Coding);
