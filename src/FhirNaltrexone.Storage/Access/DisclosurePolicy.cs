using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Access;

/// <summary>Decides, beyond scopes, what may be shown to a restricted caller: labels and consents.</summary>
/// <param name="Open">
/// What resources are like that need no decision. Chains of searches pass through such resources only, for nobody can decide within the database.
/// </param>
/// <param name="Filter">
/// Those of some versions, none a deletion, that may be shown; in their order. Reads through the store as the service itself, and notes in the request
/// what consents permit.
/// </param>
/// <param name="FilterVersions">The same for versions that need not be the newest: what a record became may hide what it was.</param>
public sealed record DisclosurePolicy(
    SearchExpression Open,
    Func<AccessContext, IResourceReader, IReadOnlyList<ResourceVersion>, CancellationToken, ValueTask<IReadOnlyList<ResourceVersion>>> Filter,
    Func<AccessContext, IResourceReader, IReadOnlyList<ResourceVersion>, CancellationToken, ValueTask<IReadOnlyList<ResourceVersion>>> FilterVersions);
