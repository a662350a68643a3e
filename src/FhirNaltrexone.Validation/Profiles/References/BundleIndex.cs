using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.References;

/// <summary>The resources of a Bundle by the URLs of their entries (FHIR R4, bundle.html#references).</summary>
internal sealed class BundleIndex
{
    private readonly Dictionary<string, ResourceScope> _byUrl = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceScope> _byTypeAndId = new(StringComparer.Ordinal);

    /// <summary>Looks through the entries.</summary>
    /// <param name="bundle">The Bundle.</param>
    public BundleIndex(ResourceScope bundle)
    {
        foreach (var entry in bundle.Resource.Value.Items("entry"))
        {
            if (entry.Member("resource") is not { } resource) continue;
            var scope = new ResourceScope { Resource = FhirElement.Root(resource), Outer = bundle, FullUrl = entry.Text("fullUrl") };
            if (scope.FullUrl is { } url) Add(url, resource, scope);
            if (resource.Text("id") is { } id) _byTypeAndId.TryAdd($"{scope.Resource.Type.Name}/{id}", scope);
        }
    }

    /// <summary>The resource a reference in an entry points to; null when it is not in the Bundle.</summary>
    /// <param name="reference">A literal reference that is no fragment.</param>
    /// <param name="fullUrl">fullUrl of the entry the reference is in; null when it has none.</param>
    public ResourceScope? Find(ReferenceText reference, string? fullUrl)
    {
        if (reference.IsAbsolute) return _byUrl.GetValueOrDefault(reference.Text) ?? _byUrl.GetValueOrDefault(reference.Unversioned);
        if (reference.Type is null) return null;
        if (fullUrl is null) return _byTypeAndId.GetValueOrDefault($"{reference.Type}/{reference.Id}");
        return ReferenceText.Parse(fullUrl).Base is { } root ? _byUrl.GetValueOrDefault(root + reference.Text) ?? _byUrl.GetValueOrDefault(root + reference.Unversioned) : null;
    }

    private void Add(string url, JsonElement resource, ResourceScope scope)
    {
        _byUrl.TryAdd(url, scope);
        if (resource.Member("meta")?.Text("versionId") is { } version) _byUrl.TryAdd($"{url}/_history/{version}", scope);
    }
}
