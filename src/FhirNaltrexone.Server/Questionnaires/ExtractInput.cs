using System.Runtime.InteropServices;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Questionnaires;

/// <summary>What a call of <c>$extract</c> brings along.</summary>
/// <param name="Response">The response; null when it is the stored one of the address.</param>
/// <param name="Questionnaire">The questionnaire; null when it is to be found.</param>
internal sealed record ExtractInput(ResourceContent? Response, JsonElement? Questionnaire)
{
    private const string Type = "QuestionnaireResponse";
    private const string Sent = "questionnaire-response";
    private const string Form = "questionnaire";

    /// <summary>
    /// Reads a call: Parameters with <c>questionnaire-response</c> and perhaps <c>questionnaire</c>, each once, or the bare response. All that is wrong is
    /// told at once.
    /// </summary>
    public static Result<ExtractInput> Read(OperationCall call)
    {
        var input = new CallInput(call, [Sent, Form], own: Sent);
        var inner = input.Resource(Sent, Type);
        var response = call.Content is { Type: Type } bare ? bare : inner is { } sent ? Content(sent) : null;
        var questionnaire = input.Resource(Form, "Questionnaire");
        if (call.Id is not null && input.Has(Sent)) input.Fail(Sent, "The response of the address is extracted: send none.", IssueCodes.Invalid);
        if (call.Id is null && response is null && !input.Issues.Any(issue => issue.Expression == Sent))
            input.Fail(Sent, "Send the response as parameter questionnaire-response, or call $extract at the address of a stored one.", IssueCodes.Required);
        return input.Refusal is { } refusal ? refusal : new ExtractInput(response, questionnaire);
    }

    private static ResourceContent? Content(JsonElement resource) => ContentReader.Unchecked(JsonMarshal.GetRawUtf8Value(resource).ToArray(), isXml: false).Content;
}
