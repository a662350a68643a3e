using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Profiles.References;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles;

/// <summary>A resource within the one validated, or that one itself: what references in it, and expressions about it, can see.</summary>
internal sealed class ResourceScope
{
    private BundleIndex? _bundle;
    private Dictionary<string, FhirElement>? _contained;

    /// <summary>The resource.</summary>
    public required FhirElement Resource { get; init; }

    /// <summary>The resource this one stands in; null for the outermost.</summary>
    public ResourceScope? Outer { get; init; }

    /// <summary>Whether it is one of the contained resources of the outer one.</summary>
    public bool IsContained { get; init; }

    /// <summary>The fullUrl when it is an entry of a Bundle; null when there is none.</summary>
    public string? FullUrl { get; init; }

    /// <summary>The resource whose contained resources can be referred to from here.</summary>
    public ResourceScope Container => IsContained ? Outer! : this;

    /// <summary>What expressions can see; made by the validation when it is needed.</summary>
    public FhirPathContext? Context { get; set; }

    /// <summary>The entries by their URLs; null when the resource is no Bundle.</summary>
    public BundleIndex? Bundle => Resource.Type.Name == "Bundle" ? _bundle ??= new(this) : null;

    /// <summary>A resource within this one.</summary>
    /// <param name="parent">The element it stands in.</param>
    /// <param name="name">Name of the element that holds it.</param>
    /// <param name="resource">The resource.</param>
    public ResourceScope Inner(in FhirElement parent, string name, in FhirElement resource) => new()
    {
        Resource = resource,
        Outer = this,
        IsContained = name == "contained",
        FullUrl = parent.Type?.Name == "Bundle.entry" ? parent.Value.Text("fullUrl") : null,
    };

    /// <summary>The contained resource with an id; null when there is none.</summary>
    /// <param name="id">Logical id, without hash.</param>
    public ResourceScope? Contained(string id)
        => (_contained ??= ContainedById()).TryGetValue(id, out var resource) ? new() { Resource = resource, Outer = this, IsContained = true } : null;

    private Dictionary<string, FhirElement> ContainedById()
    {
        var byId = new Dictionary<string, FhirElement>(StringComparer.Ordinal);
        foreach (var resource in Resource.Children("contained"))
        {
            if (resource.Value.Text("id") is { } id) byId.TryAdd(id, resource);
        }

        return byId;
    }
}
