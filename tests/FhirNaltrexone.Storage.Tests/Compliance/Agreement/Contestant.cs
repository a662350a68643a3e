using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;

namespace FhirNaltrexone.Storage.Tests.Compliance.Agreement;

/// <summary>A store that must agree with others.</summary>
/// <param name="Name">Told when it does not.</param>
/// <param name="Store">The store.</param>
/// <param name="Defect">Changes each query before it is answered, to prove that the test can fail; null for none.</param>
internal sealed record Contestant(string Name, IResourceStore Store, Func<SearchQuery, SearchQuery>? Defect = null);
