using System.Collections.Concurrent;
using System.Text.Json;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Questionnaires;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Responses;

/// <summary>Questionnaires, each read when it is needed for the first time. Thread-safe.</summary>
/// <param name="definitions">Where they are found.</param>
internal sealed class FormCatalogue(DefinitionSet definitions)
{
    private readonly ConcurrentDictionary<(string? Url, string? Version), Form> _forms = new();

    /// <summary>The questionnaire a canonical names; null when it is not known.</summary>
    public Form? Find(string canonical)
        => definitions.Find("Questionnaire", canonical) is { } found ? _forms.GetOrAdd((found.Text("url"), found.Text("version")), Read, found) : null;

    private static Form Read((string? Url, string? Version) key, JsonElement questionnaire) => Form.Read(questionnaire);
}
