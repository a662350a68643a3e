namespace FhirNaltrexone.Storage.Indexing.Paths;

/// <summary>An expression lies outside the part of FHIRPath evaluated here, or names an element that is not there. Never leaves this assembly.</summary>
internal sealed class PathException(string message) : Exception(message);
