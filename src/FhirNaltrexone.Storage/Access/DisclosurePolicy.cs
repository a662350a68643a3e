using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Access;

/// <summary>
/// Decides, beyond scopes, what may be shown to a restricted caller: labels and consents. Its filters read through the store as the service itself, and
/// note in the request what consents permit.
/// </summary>
/// <param name="Open">
/// What resources are like that need no decision. Chains of searches pass through such resources only, for nobody can decide within the database.
/// </param>
/// <param name="Newest">Filters newest versions.</param>
/// <param name="History">
/// Filters versions that need not be the newest: what a record became may hide what it was. One filter is for one way through a history, from the newest
/// on, and remembers what it has judged.
/// </param>
public sealed record DisclosurePolicy(
    SearchExpression Open,
    Func<AccessContext, IResourceReader, VersionFilter> Newest,
    Func<AccessContext, IResourceReader, VersionFilter> History);
