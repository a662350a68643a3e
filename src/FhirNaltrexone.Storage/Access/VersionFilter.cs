using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Access;

/// <summary>Those of some versions, none a deletion, that may be shown; in their order.</summary>
/// <param name="versions">The versions.</param>
/// <param name="cancellationToken">Gives up.</param>
public delegate ValueTask<IReadOnlyList<ResourceVersion>> VersionFilter(IReadOnlyList<ResourceVersion> versions, CancellationToken cancellationToken);
