using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Questionnaires;

/// <summary>Finds the questionnaire of a response: the one given along, one it contains, one of our content, one that was stored.</summary>
internal sealed class QuestionnaireSource(DefinitionSet known, StoredDefinitions stored)
{
    private const string Type = "Questionnaire";

    /// <summary>The questionnaire.</summary>
    /// <param name="response">The response.</param>
    /// <param name="given">The one given along; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The questionnaire, or why there is none.</returns>
    public async ValueTask<Result<JsonDocument>> FindAsync(JsonElement response, JsonElement? given, CancellationToken cancellationToken)
    {
        if (given is { } questionnaire) return IsNamed(response, questionnaire) ? Document(questionnaire) : Refuse("The response names another questionnaire than the one sent along.");
        if (!response.TryGetProperty("questionnaire", out var member) || member.ValueKind != JsonValueKind.String)
            return Refuse("The response names no questionnaire: name it, or send it as parameter questionnaire.");
        var canonical = member.GetString()!;
        if (canonical.StartsWith('#')) return Contained(response, canonical[1..]) is { } contained ? Document(contained) : Refuse("The response does not contain the questionnaire it names.");
        if (known.Find(Type, canonical) is { } own) return Document(own);
        return await stored.FindAsync(Type, canonical, cancellationToken).ConfigureAwait(false) is { } found
            ? JsonDocument.Parse(found.Json)
            : Refuse("The questionnaire of the response is not known here: store it, or send it as parameter questionnaire.");
    }

    /// <summary>Whether a response is about a questionnaire sent along: by its url, and by its version where both tell one. One that names none is taken at its word.</summary>
    private static bool IsNamed(JsonElement response, JsonElement questionnaire)
    {
        if (FhirJson.Text(response, "questionnaire"u8) is not { } canonical || canonical.StartsWith('#') || FhirJson.Text(questionnaire, "url"u8) is not { } url) return true;
        var parts = canonical.Split('#')[0].Split('|', 2);
        return parts[0] == url && (parts.Length == 1 || FhirJson.Text(questionnaire, "version"u8) is not { } version || version == parts[1]);
    }

    private static JsonDocument Document(JsonElement element) => JsonDocument.Parse(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(element).ToArray());

    private static JsonElement? Contained(JsonElement response, string id)
        => response.TryGetProperty("contained", out var list) && list.ValueKind == JsonValueKind.Array
            && list.EnumerateArray().FirstOrDefault(one => Is(one, "id", id) && Is(one, "resourceType", Type)) is { ValueKind: JsonValueKind.Object } found
            ? found
            : null;

    private static bool Is(JsonElement element, string name, string text)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(text);

    private static Refusal Refuse(string text) => new(StatusCodes.Status422UnprocessableEntity, IssueCodes.NotFound, text, "QuestionnaireResponse.questionnaire");
}
