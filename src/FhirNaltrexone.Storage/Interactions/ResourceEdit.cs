using System.Diagnostics.CodeAnalysis;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>Makes new content out of the current content of a resource: a patch, or a change of its tags. Immutable.</summary>
public abstract class ResourceEdit
{
    /// <summary>What makes the version.</summary>
    internal virtual ResourceChange Change => ResourceChange.Patch;

    /// <summary>Whether its end tells what the content is: it compares, whatever it changes.</summary>
    internal virtual bool IsQuestion => false;

    /// <summary>Applies the edit.</summary>
    /// <param name="json">Content of the current version, UTF-8.</param>
    /// <param name="edited">New content; it may still turn out not to be well-formed.</param>
    /// <param name="refusal">Why the edit does not fit the content.</param>
    /// <returns>Whether it fits.</returns>
    internal abstract bool TryApply(
        ReadOnlyMemory<byte> json, out ReadOnlyMemory<byte> edited, [NotNullWhen(false)] out Refusal? refusal);
}
