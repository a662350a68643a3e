using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Questionnaires;

/// <summary>A Questionnaire, read once: its items by link id, with what is asked of their answers. Immutable; safe to share.</summary>
public sealed class Form
{
    private readonly Dictionary<string, FormItem> _items;

    internal Form(JsonElement source, IReadOnlyList<FormItem> items, Dictionary<string, FormItem> byId, IReadOnlyList<Issue> defects)
    {
        Source = source;
        Items = items;
        _items = byId;
        Defects = defects;
    }

    /// <summary>The Questionnaire.</summary>
    public JsonElement Source { get; }

    /// <summary>The items at the top.</summary>
    public IReadOnlyList<FormItem> Items { get; }

    /// <summary>All items.</summary>
    public IReadOnlyCollection<FormItem> All => _items.Values;

    /// <summary>Why no answers can be checked or read by it; empty when they can. Nothing else of a form with defects is to be relied on.</summary>
    public IReadOnlyList<Issue> Defects { get; }

    /// <summary>Canonical URL; null when it has none.</summary>
    public string? Url => Source.Text("url");

    /// <summary>Reads a Questionnaire.</summary>
    /// <param name="questionnaire">A Questionnaire with the structure of R4; what it lacks of it is passed over.</param>
    public static Form Read(JsonElement questionnaire) => new FormReader(questionnaire).Read();

    /// <summary>The item with a link id; null when there is none.</summary>
    public FormItem? Find(string linkId) => _items.GetValueOrDefault(linkId);
}
