using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Definitions;

namespace FhirNaltrexone.Server.Validation.Operations;

/// <summary>Finds the questionnaire of a response among those that clients have stored.</summary>
internal sealed class StoredQuestionnaires(StoredDefinitions stored, DefinitionSet known)
{
    private const string Type = "Questionnaire";

    /// <summary>What gives the questionnaire of a response; null when there is no need, or none is stored.</summary>
    /// <param name="content">A resource; only a QuestionnaireResponse has one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Func<string, JsonElement?>?> OfAsync(ResourceContent content, CancellationToken cancellationToken)
    {
        if (content.Type != "QuestionnaireResponse" || !content.Root.TryGetProperty("questionnaire", out var member) || member.ValueKind != JsonValueKind.String) return null;
        var canonical = member.GetString()!;
        if (canonical.StartsWith('#') || known.Find(Type, canonical) is not null) return null;
        if (await stored.FindIfAllowedAsync(Type, canonical, cancellationToken).ConfigureAwait(false) is not { } found) return null;
        var questionnaire = JsonDocument.Parse(found.Json).RootElement;
        return asked => asked == canonical ? questionnaire : null;
    }
}
