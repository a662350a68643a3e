namespace FhirNaltrexone.Server.Loading.Samples.Model;

/// <summary>What a laboratory measures, with its reference range; digits are those behind the point.</summary>
internal sealed record SampleAnalyte(string Concept, string Unit, decimal Low, decimal High, int Digits);
