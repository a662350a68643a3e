namespace FhirNaltrexone.Storage.Search.Requests.CodeSets;

/// <summary>A code with its system.</summary>
/// <param name="System">Code system.</param>
/// <param name="Code">Code, as the system writes it.</param>
public readonly record struct SystemCode(string System, string Code);
