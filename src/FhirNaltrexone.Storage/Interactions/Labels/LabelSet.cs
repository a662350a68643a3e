using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Storage.Interactions.Labels;

/// <summary>The labels that all rules give one resource, asked for once, when it is made ready.</summary>
internal sealed class LabelSet
{
    private static readonly string[] Lists = ["security", "tag"];

    private readonly (LabelRule Rule, Labelling Labelling)[] _rules;
    private readonly ResourceContent _content;
    private readonly MetaLabel[] _given;

    private LabelSet(ResourceContent content, IReadOnlyList<LabelRule> rules)
    {
        _content = content;
        _rules = [.. rules.Select(rule => (rule, rule.Label(content)))];
        _given = Sorted(_rules.SelectMany(pair => pair.Labelling.Labels));
    }

    /// <summary>The labels of a resource.</summary>
    /// <param name="content">The resource, without labels of the service.</param>
    /// <param name="rules">All rules.</param>
    public static LabelSet Of(ResourceContent content, IReadOnlyList<LabelRule> rules) => new(content, rules);

    /// <summary>A resource as sent, without the labels that are not for clients to give: what was read is often sent back.</summary>
    /// <param name="content">The resource.</param>
    /// <param name="rules">All rules.</param>
    public static ResourceContent Strip(ResourceContent content, IReadOnlyList<LabelRule> rules)
    {
        if (!Lists.Any(list => Codings(content.Root, list).Any(coding => IsOwn(list, coding, rules)))) return content;
        var meta = JsonObject.Create(content.Root.GetProperty("meta"))!;
        foreach (var list in Lists.Where(list => meta.ContainsKey(list)))
        {
            var left = Codings(content.Root, list).Where(coding => !IsOwn(list, coding, rules)).Select(coding => JsonSerializer.SerializeToNode(coding)).ToArray();
            if (left.Length > 0) meta[list] = new JsonArray(left);
            else meta.Remove(list);
        }

        var json = MetaJson.With(content, meta);
        return content with { Json = json, Root = JsonElement.Parse(json.Span), IsEdited = true };
    }

    /// <summary>The resource as it is to be stored.</summary>
    public ReadOnlyMemory<byte> Apply() => Apply(_given);

    /// <summary>The same after a version whose labels may have to stay; null when that changes nothing.</summary>
    /// <param name="current">Newest version, not a deletion.</param>
    public ReadOnlyMemory<byte>? ApplyOver(ResourceVersion current)
    {
        using var document = JsonDocument.Parse(current.Json);
        var labels = Over(document.RootElement);
        if (labels.Length == _given.Length && labels.Zip(_given).All(pair => IsSame(pair.First, pair.Second))) return null;
        return Apply(labels);
    }

    private static MetaLabel[] Sorted(IEnumerable<MetaLabel> labels) =>
    [
        .. labels.DistinctBy(label => (label.List, label.System, label.Code))
            .OrderBy(label => label.System, StringComparer.Ordinal).ThenBy(label => label.Code, StringComparer.Ordinal),
    ];

    /// <summary>The labels over a version: what stays of it counts before what is given.</summary>
    private MetaLabel[] Over(JsonElement version)
    {
        var (kept, given) = (new List<MetaLabel>(), new List<MetaLabel>());
        foreach (var (rule, first) in _rules)
        {
            var labelling = first.Over?.Invoke(version) ?? first;
            given.AddRange(labelling.Labels);
            foreach (var coding in Codings(version, rule.List).Where(coding => rule.IsOwn(coding) && labelling.Keeps(coding)))
                kept.Add(new(rule.List, Text(coding, "system"), Text(coding, "code"), JsonSerializer.SerializeToUtf8Bytes(coding, MetaJson.Plain)));
        }

        return Sorted(kept.Concat(given));
    }

    private ReadOnlyMemory<byte> Apply(MetaLabel[] labels)
    {
        if (labels.Length == 0) return _content.Json;
        var meta = _content.Root.TryGetProperty("meta", out var sent) && sent.ValueKind == JsonValueKind.Object ? JsonObject.Create(sent)! : [];
        foreach (var list in labels.GroupBy(label => label.List))
        {
            var codings = Codings(_content.Root, list.Key).Select(coding => JsonSerializer.SerializeToNode(coding)!);
            meta[list.Key] = new JsonArray([.. codings, .. list.Select(label => JsonNode.Parse(label.Json.Span)!)]);
        }

        return MetaJson.With(_content, meta);
    }

    private static bool IsOwn(string list, JsonElement coding, IReadOnlyList<LabelRule> rules) => rules.Any(rule => rule.List == list && rule.IsOwn(coding));

    private static bool IsSame(MetaLabel one, MetaLabel other)
        => (one.List, one.System, one.Code) == (other.List, other.System, other.Code) && one.Json.Span.SequenceEqual(other.Json.Span);

    private static string Text(JsonElement coding, string member)
        => coding.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;

    private static IEnumerable<JsonElement> Codings(JsonElement resource, string list)
        => resource.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object
            && meta.TryGetProperty(list, out var codings) && codings.ValueKind == JsonValueKind.Array
            ? codings.EnumerateArray().Where(coding => coding.ValueKind == JsonValueKind.Object)
            : [];
}
