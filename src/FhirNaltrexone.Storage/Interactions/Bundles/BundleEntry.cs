using System.Text.Json;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>One entry of a batch or transaction as a client sent it.</summary>
public sealed record BundleEntry
{
    /// <summary>Place in the bundle, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>What is asked for.</summary>
    public required EntryMethod Method { get; init; }

    /// <summary>Where.</summary>
    public required EntryUrl Url { get; init; }

    /// <summary>Bundle.entry.fullUrl, or null.</summary>
    public string? FullUrl { get; init; }

    /// <summary>The resource, or null.</summary>
    public ResourceContent? Content { get; init; }

    /// <summary>ifMatch and ifNoneMatch, for changes.</summary>
    public WriteConditions Conditions { get; init; } = WriteConditions.None;

    /// <summary>ifNoneMatch and ifModifiedSince, for reads.</summary>
    public ReadConditions Known { get; init; } = ReadConditions.None;

    /// <summary>ifNoneExist, or null.</summary>
    public string? IfNoneExist { get; init; }

    /// <summary>Whether the entry stores or removes a resource.</summary>
    public bool IsChange => Method switch
    {
        EntryMethod.Put or EntryMethod.Patch or EntryMethod.Delete => true,
        EntryMethod.Post => Url.Target == EntryTarget.Type,
        _ => false,
    };

    /// <summary>FHIRPath of a part of the entry.</summary>
    /// <param name="part">Such as <c>request.url</c>.</param>
    internal string At(string part) => $"Bundle.entry[{Index}].{part}";

    /// <summary>Criteria of a conditional update, patch or delete; null when the URL names a resource.</summary>
    internal string? Criteria => Method is EntryMethod.Put or EntryMethod.Patch or EntryMethod.Delete && Url.Target == EntryTarget.Type ? Url.Query ?? "" : null;

    internal JsonElement Root => Content!.Root;
}
