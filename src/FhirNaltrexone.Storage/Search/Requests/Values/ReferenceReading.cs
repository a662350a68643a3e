using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Search.Requests.Values;

/// <summary>
/// Reads references (FHIR R4, reference parameters): <c>id</c>, <c>Type/id</c>, with version or without, and URLs. A URL under one of the
/// server's own bases is the same as a relative reference.
/// </summary>
internal static class ReferenceReading
{
    /// <summary>Most resources looked up to tell whether ids are ambiguous.</summary>
    private const int MaxCandidates = 2000;

    public static ReferenceTest? Read(ReadingContext context, IReadOnlyList<string> targets, IReadOnlyList<string> raw)
    {
        var values = new List<ReferenceValue>();
        foreach (var text in raw.Select(SearchText.Unescape))
        {
            var found = Values(context, targets, text);
            if (found.Count == 0) return null;
            values.AddRange(found);
        }

        return new ReferenceTest([.. values.Distinct()]);
    }

    /// <summary>Reads canonicals whose version is a prefix (<c>:below</c>).</summary>
    public static ReferenceTest? ReadBelow(ReadingContext context, IReadOnlyList<string> raw)
    {
        var values = raw.Select(SearchText.Unescape).Select(Canonical).ToList();
        if (values.TrueForAll(value => value.TargetId.Contains(':', StringComparison.Ordinal)))
            return new ReferenceTest([.. values.Select(value => value with { IsVersionPrefix = value.CanonicalVersion is not null })]);
        context.Fail("':below' takes a canonical URL, 'url' or 'url|version'; hierarchies of references are not supported.");
        return null;
    }

    private static IReadOnlyList<ReferenceValue> Values(ReadingContext context, IReadOnlyList<string> targets, string text)
    {
        if (ResourceKey.IsId(text)) return OfId(context, targets, text);
        var isUrl = text.Contains(':', StringComparison.Ordinal);
        var canonical = Canonical(text);
        var target = ReferenceTarget.Parse(text.Split('|')[0], context.Options.Bases);
        if (text.Contains("/_history/", StringComparison.Ordinal) && target.Version is null) return Refuse(context, "versions are whole numbers.");
        var value = new ReferenceValue(target.Type, target.Id, target.Version);
        if (!isUrl && target.Type is null) return Refuse(context, "a reference is 'id', 'Type/id' or a URL.");
        if (!isUrl) return OfType(context, targets, value);

        // Canonicals below one of our bases are kept in both forms.
        return target.Type is null ? [value with { CanonicalVersion = canonical.CanonicalVersion }] : canonical.CanonicalVersion is null ? [value, canonical] : [canonical];
    }

    private static IReadOnlyList<ReferenceValue> OfType(ReadingContext context, IReadOnlyList<string> targets, ReferenceValue value)
        => targets.Count == 0 || targets.Contains(value.TargetType!)
            ? [value]
            : Refuse(context, $"it refers to {string.Join(", ", targets)}, not to {value.TargetType}.");

    private static IReadOnlyList<ReferenceValue> OfId(ReadingContext context, IReadOnlyList<string> targets, string id)
    {
        var types = targets.Count > 0 ? targets : ResourceTypes.All;
        if (types.Count > 1)
        {
            context.Ambiguities.Add(new AmbiguousReference(context.Current, [.. types.Select(type => new ResourceKey(type, id))]));
            if (context.Ambiguities.Sum(one => one.Candidates.Count) > MaxCandidates)
                return Refuse(context, "so many ids need their type: write 'Type/id'.");
        }

        return [.. types.Select(type => new ReferenceValue(type, id))];
    }

    private static IReadOnlyList<ReferenceValue> Refuse(ReadingContext context, string text)
    {
        context.Fail(text);
        return [];
    }

    private static ReferenceValue Canonical(string text)
    {
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        return bar < 0
            ? new ReferenceValue(null, IndexText.Uri(text))
            : new ReferenceValue(null, IndexText.Uri(text[..bar]), CanonicalVersion: bar + 1 < text.Length ? IndexText.Token(text[(bar + 1)..]) : null);
    }
}
