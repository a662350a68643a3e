using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Storage.Interactions.Bundles.Links;

/// <summary>The resource of an entry with the links in it that lead to other entries, or are found by criteria.</summary>
internal sealed class LinkedContent
{
    private readonly List<FoundLink> _links = [];
    private readonly List<FoundNarrative> _narratives = [];
    private readonly List<LinkTarget> _targets = [];

    /// <summary>Looks for links.</summary>
    /// <param name="content">The resource.</param>
    /// <param name="find">Tells what a link points to; null for what is left alone.</param>
    public LinkedContent(ResourceContent content, Func<LinkKind, string, LinkTarget?> find)
    {
        Content = content;
        foreach (var site in LinkScan.Find(content.Type, content.Json.Span))
        {
            if (site.Kind == LinkKind.Narrative) AddNarrative(site, find);
            else if (find(site.Kind, site.Text) is { } target) Add(_links, site.Start..site.End, target);
            else if (site.Kind == LinkKind.Reference && site.Text.StartsWith("urn:", StringComparison.Ordinal)) HasLooseUrn = true;
        }
    }

    /// <summary>The resource as received.</summary>
    public ResourceContent Content { get; }

    /// <summary>What its links point to.</summary>
    public IReadOnlyList<LinkTarget> Targets => _targets;

    /// <summary>Whether a reference is a urn that no entry has: it stays, and leads to nothing.</summary>
    public bool HasLooseUrn { get; }

    /// <summary>The resource with all links rewritten.</summary>
    /// <param name="write">The text of a link to a target.</param>
    public ResourceContent Rewrite(Func<LinkTarget, string> write)
    {
        if (_targets.Count == 0) return Content;
        var parts = new List<(Range Place, string Text)>(_links.Count + _narratives.Count);
        foreach (var link in _links) parts.Add((link.Place, write(link.Target)));
        foreach (var narrative in _narratives) parts.Add((narrative.Place, Rewrite(narrative, write)));
        parts.Sort((left, right) => left.Place.Start.Value.CompareTo(right.Place.Start.Value));
        var json = Splice(parts);
        return Content with { Json = json, Root = JsonDocument.Parse(json).RootElement };
    }

    private static string Rewrite(FoundNarrative narrative, Func<LinkTarget, string> write)
    {
        var text = new StringBuilder(narrative.Text.Length + 64);
        var at = 0;
        foreach (var link in narrative.Links)
        {
            text.Append(narrative.Text, at, link.Place.Start.Value - at).Append(NarrativeLinks.Encode(write(link.Target)));
            at = link.Place.End.Value;
        }

        return text.Append(narrative.Text, at, narrative.Text.Length - at).ToString();
    }

    private void AddNarrative(LinkSite site, Func<LinkKind, string, LinkTarget?> find)
    {
        var links = new List<FoundLink>();
        foreach (var (place, link) in NarrativeLinks.Find(site.Text))
        {
            if (find(LinkKind.Narrative, link) is { } target) Add(links, place, target);
        }

        if (links.Count > 0) _narratives.Add(new(site.Start..site.End, site.Text, links));
    }

    private void Add(List<FoundLink> links, Range place, LinkTarget target)
    {
        links.Add(new(place, target));
        _targets.Add(target);
    }

    private byte[] Splice(List<(Range Place, string Text)> parts)
    {
        var source = Content.Json.Span;
        var json = new ArrayBufferWriter<byte>(source.Length + (parts.Count * 64));
        var at = 0;
        foreach (var (place, text) in parts)
        {
            json.Write(source[at..place.Start.Value]);
            json.Write("\""u8);
            json.Write(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
            json.Write("\""u8);
            at = place.End.Value;
        }

        json.Write(source[at..]);
        return json.WrittenSpan.ToArray();
    }
}
