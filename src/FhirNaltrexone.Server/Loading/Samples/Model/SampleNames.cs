namespace FhirNaltrexone.Server.Loading.Samples.Model;

/// <summary>Names of people who do not exist.</summary>
/// <param name="Given">By administrative gender.</param>
/// <param name="Family">Family names; each person's gets a number.</param>
internal sealed record SampleNames(IReadOnlyDictionary<string, IReadOnlyList<string>> Given, IReadOnlyList<string> Family);
