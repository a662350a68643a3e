using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Interactions.Publishing;

/// <summary>What a publication came to.</summary>
/// <param name="Written">Resources that are new or have changed.</param>
/// <param name="Unchanged">Resources that stood there already.</param>
/// <param name="Retired">Resources published once that are content no more.</param>
/// <param name="Kept">Ids of the content under which clients have stored something of their own, which stays.</param>
public sealed record PublicationReport(int Written, int Unchanged, int Retired, IReadOnlyList<ResourceKey> Kept);
