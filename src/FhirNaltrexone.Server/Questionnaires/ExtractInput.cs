using System.Runtime.InteropServices;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Server.Questionnaires;

/// <summary>What a call of <c>$extract</c> brings along.</summary>
/// <param name="Response">The response; null when it is the stored one of the address.</param>
/// <param name="Questionnaire">The questionnaire; null when it is to be found.</param>
internal sealed record ExtractInput(ResourceContent? Response, JsonElement? Questionnaire)
{
    private const string Type = "QuestionnaireResponse";

    /// <summary>Reads a call: Parameters with <c>questionnaire-response</c> and perhaps <c>questionnaire</c>, or the bare response.</summary>
    public static Result<ExtractInput> Read(OperationCall call)
    {
        var parameters = call.Content is { Type: "Parameters" } wrapped ? Parameters(wrapped.Root) : [];
        var response = call.Content is { Type: Type } bare ? bare : parameters.GetValueOrDefault("questionnaire-response") is { ValueKind: JsonValueKind.Object } inner ? Content(inner) : null;
        JsonElement? questionnaire = parameters.GetValueOrDefault("questionnaire") is { ValueKind: JsonValueKind.Object } form ? form : null;
        if (call.Id is not null && response is not null) return Refuse("The response of the address is extracted: send none.");
        if (call.Id is null && response is null) return Refuse("Send the response as parameter questionnaire-response, or call $extract at the address of a stored one.");
        if (response is not null && response.Type != Type) return Refuse("The parameter questionnaire-response must hold a QuestionnaireResponse.");
        if (questionnaire is { } given && !Is(given, "Questionnaire")) return Refuse("The parameter questionnaire must hold a Questionnaire.");
        return new ExtractInput(response, questionnaire);
    }

    private static Dictionary<string, JsonElement> Parameters(JsonElement root)
    {
        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (!root.TryGetProperty("parameter", out var list) || list.ValueKind != JsonValueKind.Array) return found;
        foreach (var parameter in list.EnumerateArray())
        {
            if (parameter.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String && parameter.TryGetProperty("resource", out var resource))
                found.TryAdd(name.GetString()!, resource);
        }

        return found;
    }

    private static ResourceContent? Content(JsonElement resource) => ContentReader.Unchecked(JsonMarshal.GetRawUtf8Value(resource).ToArray(), isXml: false).Content;

    private static bool Is(JsonElement resource, string type) => resource.TryGetProperty("resourceType", out var name) && name.ValueKind == JsonValueKind.String && name.ValueEquals(type);

    private static Refusal Refuse(string text) => new(StatusCodes.Status400BadRequest, IssueCodes.Required, text, "questionnaire-response");
}
