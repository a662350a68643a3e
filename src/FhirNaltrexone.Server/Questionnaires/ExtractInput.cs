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
    private const string Sent = "questionnaire-response";
    private const string Form = "questionnaire";

    /// <summary>
    /// Reads a call: Parameters with <c>questionnaire-response</c> and perhaps <c>questionnaire</c>, each once, or the bare response. All that is wrong is
    /// told at once.
    /// </summary>
    public static Result<ExtractInput> Read(OperationCall call)
    {
        var bare = call.Content is { Type: Type } content ? content : null;
        var input = new CallInput(bare is null ? call : call with { Content = null }, [Sent, Form], call.IsLenient);
        var response = bare ?? (input.Resource(Sent, Type) is { } inner ? Content(inner) : null);
        var questionnaire = input.Resource(Form, "Questionnaire");
        if (call.Id is not null && (bare is not null || input.Has(Sent))) input.Fail(Sent, "The response of the address is extracted: send none.", IssueCodes.Invalid);
        if (call.Id is null && response is null && !input.Issues.Any(issue => issue.Expression == Sent))
            input.Fail(Sent, "Send the response as parameter questionnaire-response, or call $extract at the address of a stored one.", IssueCodes.Required);
        return input.Issues.Count > 0 ? new Refusal(StatusCodes.Status400BadRequest, input.Issues) : new ExtractInput(response, questionnaire);
    }

    private static ResourceContent? Content(JsonElement resource) => ContentReader.Unchecked(JsonMarshal.GetRawUtf8Value(resource).ToArray(), isXml: false).Content;
}
