using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>
/// An id without type where several types are possible. R4 has a server refuse the search when resources of several types have that id, which
/// only the store can tell.
/// </summary>
/// <param name="Parameter">Name of the parameter as the client wrote it.</param>
/// <param name="Candidates">What may be meant; at least two.</param>
public sealed record AmbiguousReference(string Parameter, IReadOnlyList<ResourceKey> Candidates);
