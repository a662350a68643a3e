namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>One input of an import.</summary>
/// <param name="Type">Resource type of every line; null for any.</param>
/// <param name="Url">Where the lines are; null for those that came with the request.</param>
internal sealed record ImportInput(string? Type, string? Url);
