using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Interactions.Bundles.Links;
using FhirNaltrexone.Storage.Interactions.Labels;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>Checks that a resource can be stored as it is, and makes it ready.</summary>
/// <param name="extract">Makes the index entries of a resource from its type and content.</param>
/// <param name="checks">Rules for types.</param>
/// <param name="labels">Labels that the service puts on what is stored.</param>
internal sealed class ContentPreparation(
    Func<string, JsonElement, IndexEntries> extract, IEnumerable<WriteCheck>? checks = null, IEnumerable<LabelRule>? labels = null)
{
    private readonly WriteCheck[] _checks = [.. checks ?? []];
    private readonly LabelRule[] _labels = [.. labels ?? []];

    private static readonly Refusal Subsetted = new(
        422, IssueCodes.BusinessRule, "The resource bears the tag SUBSETTED: it is a part of the whole, and storing it would lose the rest.");

    private static readonly Refusal Conditional = new(
        400, IssueCodes.NotSupported, "A reference names its target by criteria; that is possible in transactions only.");

    private static readonly Refusal TooManyEntries = new(
        422, IssueCodes.TooLong, "The resource has more values to be found by than this server indexes.");

    /// <summary>Makes a resource ready.</summary>
    /// <param name="content">The resource.</param>
    /// <param name="prepared">What can be stored.</param>
    /// <param name="refusal">Why it cannot.</param>
    /// <returns>Whether it can.</returns>
    public bool TryPrepare(
        ResourceContent content, [NotNullWhen(true)] out PreparedContent? prepared, [NotNullWhen(false)] out Refusal? refusal)
    {
        prepared = null;
        refusal = IsSubsetted(content.Root) ? Subsetted
            : ConditionalReference.IsIn(content.Type, content.Json.Span) ? Conditional : null;
        if (refusal is not null) return false;
        if (_labels.Length > 0) content = LabelSet.Strip(content, _labels);
        if (!TryCheck(content, out var issues, out refusal)) return false;
        var made = _labels.Length == 0 ? Make(content, content.Json, issues) : Labelled(content, issues);
        refusal = made.Index.IsOverLimit ? TooManyEntries : null;
        if (refusal is not null) return false;
        prepared = made;
        return true;
    }

    private PreparedContent Labelled(ResourceContent content, IReadOnlyList<Issue> issues)
    {
        var labels = LabelSet.Of(content, _labels);
        var made = Make(content, labels.Apply(), issues);
        return made with { Over = current => labels.ApplyOver(current) is { } kept ? Make(content, kept, issues) : made };
    }

    private PreparedContent Make(ResourceContent content, ReadOnlyMemory<byte> json, IReadOnlyList<Issue> issues)
    {
        if (json.Equals(content.Json)) return Make(content, json, content.Root, issues);
        using var document = JsonDocument.Parse(json);
        return Make(content, json, document.RootElement, issues);
    }

    private PreparedContent Make(ResourceContent content, ReadOnlyMemory<byte> json, JsonElement root, IReadOnlyList<Issue> issues)
        => new(content.Type, content.Id, MetaStamp.Read(content.Type, json), extract(content.Type, root), issues);

    private bool TryCheck(ResourceContent content, out IReadOnlyList<Issue> issues, [NotNullWhen(false)] out Refusal? refusal)
    {
        (issues, refusal) = ([], null);
        foreach (var check in _checks)
        {
            if (check.Type is { } type && type != content.Type) continue;
            var verdict = check.Check(content);
            refusal = verdict.Refusal;
            if (refusal is not null) return false;
            if (verdict.Issues.Count > 0) issues = [.. issues, .. verdict.Issues];
        }

        return true;
    }

    private static bool IsSubsetted(JsonElement resource)
    {
        if (!resource.TryGetProperty("meta", out var meta) || meta.ValueKind != JsonValueKind.Object) return false;
        if (!meta.TryGetProperty("tag", out var tags) || tags.ValueKind != JsonValueKind.Array) return false;
        foreach (var tag in tags.EnumerateArray())
        {
            if (tag.ValueKind == JsonValueKind.Object && tag.TryGetProperty("code", out var code)
                && code.ValueKind == JsonValueKind.String && code.ValueEquals("SUBSETTED"u8)) return true;
        }

        return false;
    }
}
