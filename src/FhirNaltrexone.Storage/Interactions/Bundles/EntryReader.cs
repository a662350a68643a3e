using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>Reads the entries of batches and transactions.</summary>
/// <param name="bases">Base URLs of the server.</param>
internal sealed class EntryReader(IReadOnlyList<string> bases)
{
    /// <summary>Reads an entry.</summary>
    /// <param name="json">A value of Bundle.entry.</param>
    /// <param name="index">Its place.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="refusal">Why it cannot be processed.</param>
    /// <returns>Whether it can.</returns>
    public bool TryRead(JsonElement json, int index, [NotNullWhen(true)] out BundleEntry? entry, [NotNullWhen(false)] out Refusal? refusal)
    {
        entry = null;
        var at = $"Bundle.entry[{index}].";
        if (json.Member("request") is not { } request)
        {
            refusal = new(400, IssueCodes.Required, "The entry has no request.", $"{at}request");
            return false;
        }

        if (MethodOf(request.Text("method")) is not { } method)
        {
            refusal = new(400, IssueCodes.Value, "The method must be GET, HEAD, POST, PUT, PATCH or DELETE.", $"{at}request.method");
            return false;
        }

        if (request.Text("url") is not { } text || !EntryUrl.TryRead(text, bases, out var url))
        {
            refusal = BundleRefusals.UrlNotUnderstood($"{at}request.url");
            return false;
        }

        if (!TryReadContent(json, at, out var content, out refusal) || !TryReadKnown(request, at, out var known, out refusal)) return false;
        var read = new BundleEntry
        {
            Index = index,
            Method = method,
            Url = url,
            FullUrl = json.Text("fullUrl"),
            Content = content,
            Conditions = new() { IfMatch = request.Text("ifMatch"), IfNoneMatch = request.Text("ifNoneMatch") },
            Known = known,
            IfNoneExist = request.Text("ifNoneExist"),
        };
        refusal = Unfit(read);
        if (refusal is not null) return false;
        entry = read;
        return true;
    }

    private static Refusal? Unfit(BundleEntry entry) => entry.Method switch
    {
        EntryMethod.Get or EntryMethod.Head => null,
        EntryMethod.Post => UnfitPost(entry),
        EntryMethod.Put or EntryMethod.Patch => UnfitTarget(entry) ?? UnfitContent(entry),
        _ => UnfitTarget(entry),
    };

    private static Refusal? UnfitPost(BundleEntry entry) => entry.Url.Target switch
    {
        EntryTarget.Type => UnfitContent(entry),
        EntryTarget.Search or EntryTarget.Operation => null,
        EntryTarget.System => BundleRefusals.Nested(entry.At("request.url")),
        _ => BundleRefusals.MethodNotPossible(entry.At("request.method")),
    };

    private static Refusal? UnfitTarget(BundleEntry entry)
        => entry.Url.Target == EntryTarget.Instance || (entry.Url.Target == EntryTarget.Type && entry.Url.Query is not null)
            ? null
            : BundleRefusals.MethodNotPossible(entry.At("request.method"));

    private static Refusal? UnfitContent(BundleEntry entry)
    {
        if (entry.Content is not { } content) return BundleRefusals.NoResource(entry.At("resource"));
        if (entry.Method == EntryMethod.Patch) return null;
        if (content.Type != entry.Url.Type) return Refusals.TypeDiffers(entry.Url.Type!).In(entry, "resource");
        if (entry.Method == EntryMethod.Post || entry.Url.Id is null) return null;
        if (content.Id is null) return Refusals.IdMissing.In(entry, "resource.id");
        return content.Id == entry.Url.Id ? null : Refusals.IdDiffers.In(entry, "resource.id");
    }

    private static bool TryReadContent(JsonElement json, string at, out ResourceContent? content, [NotNullWhen(false)] out Refusal? refusal)
    {
        content = null;
        refusal = null;
        if (json.Member("resource") is not { } resource) return true;
        if (resource.Text("resourceType") is not { } type || !ResourceTypes.Contains(type))
        {
            refusal = new(400, IssueCodes.Value, "The resource is of no type of FHIR R4.", $"{at}resource.resourceType");
            return false;
        }

        var id = resource.Text("id");
        if (id is not null && !ResourceKey.IsId(id))
        {
            refusal = new(400, IssueCodes.Value, "The id must be 1 to 64 letters, digits, hyphens and dots.", $"{at}resource.id");
            return false;
        }

        content = new(type, id, JsonMarshal.GetRawUtf8Value(resource).ToArray(), resource);
        return true;
    }

    private static bool TryReadKnown(JsonElement request, string at, [NotNullWhen(true)] out ReadConditions? known, [NotNullWhen(false)] out Refusal? refusal)
    {
        known = new() { IfNoneMatch = request.Text("ifNoneMatch") };
        refusal = null;
        if (request.Text("ifModifiedSince") is not { } since) return true;
        if (DateSpan.TryReadParameter(since, TimeZoneInfo.Utc, out var instant, out _))
        {
            known = known with { IfModifiedSince = instant };
            return true;
        }

        refusal = new(400, IssueCodes.Value, "ifModifiedSince must be an instant.", $"{at}request.ifModifiedSince");
        return false;
    }

    private static EntryMethod? MethodOf(string? text) => text switch
    {
        "GET" => EntryMethod.Get,
        "HEAD" => EntryMethod.Head,
        "POST" => EntryMethod.Post,
        "PUT" => EntryMethod.Put,
        "PATCH" => EntryMethod.Patch,
        "DELETE" => EntryMethod.Delete,
        _ => null,
    };
}
