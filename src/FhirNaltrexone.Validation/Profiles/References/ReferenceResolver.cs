using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.Profiles.References;

/// <summary>Finds what references point to: contained resources, entries of the Bundle around, and what the caller can find.</summary>
/// <param name="external">Finds resources elsewhere; null when there is nothing to ask.</param>
internal sealed class ReferenceResolver(Func<string, System.Text.Json.JsonElement?>? external)
{
    /// <summary>The target of a reference; null when it is not here.</summary>
    /// <param name="scope">The resource the reference is in.</param>
    /// <param name="text">The reference.</param>
    public ResourceScope? Find(ResourceScope scope, string text)
    {
        var reference = ReferenceText.Parse(text);
        if (reference.IsFragment) return text.Length == 1 ? scope.Container : scope.Container.Contained(text[1..]);
        return FindInBundle(scope, reference)
            ?? (external?.Invoke(text) is { } found ? new() { Resource = FhirElement.Root(found) } : null);
    }

    /// <summary>The target of a reference in the Bundles around; null when it is not there.</summary>
    public static ResourceScope? FindInBundle(ResourceScope scope, ReferenceText reference)
    {
        for (var inner = scope.Container; inner.Outer is { } outer; inner = outer)
        {
            if (outer.Bundle?.Find(reference, inner.FullUrl) is { } found) return found;
        }

        return null;
    }
}
