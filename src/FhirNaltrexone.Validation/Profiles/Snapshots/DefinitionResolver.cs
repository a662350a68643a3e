using FhirNaltrexone.Validation.Definitions;
using Hl7.Fhir.Model;
using Hl7.Fhir.Specification.Source;
using Task = System.Threading.Tasks.Task;

namespace FhirNaltrexone.Validation.Profiles.Snapshots;

/// <summary>Gives the snapshot generator of the SDK our definitions; for one generation.</summary>
/// <param name="definitions">Where they are found.</param>
internal sealed class DefinitionResolver(DefinitionSet definitions) : IAsyncResourceResolver
{
    private readonly Dictionary<string, Resource?> _known = new(StringComparer.Ordinal);

    public Task<Resource?> ResolveByUriAsync(string uri) => ResolveByCanonicalUriAsync(uri);

    public Task<Resource?> ResolveByCanonicalUriAsync(string uri)
    {
        if (!_known.TryGetValue(uri, out var resource))
            _known[uri] = resource = definitions.Find("StructureDefinition", uri) is { } definition ? SnapshotSource.Read(definition) : null;
        return Task.FromResult(resource);
    }
}
