namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>One query of <c>_typeFilter</c>.</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Query">Search parameters, percent-encoded.</param>
internal sealed record ExportFilter(string Type, string Query);
