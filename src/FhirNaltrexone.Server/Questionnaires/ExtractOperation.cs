using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Questionnaires;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Interactions.Labels;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles;
using FhirNaltrexone.Validation.Questionnaires;

namespace FhirNaltrexone.Server.Questionnaires;

/// <summary>
/// <c>QuestionnaireResponse/$extract</c> (Structured Data Capture): the answers as a transaction for the server that keeps the records. A response that
/// does not fit its questionnaire is refused, computed values that differ included. Nothing is stored here.
/// </summary>
internal sealed class ExtractOperation(
    QuestionnaireSource questionnaires, Func<Validator> validator, ResourceInteractions interactions, IEnumerable<LabelRule> labels, TimeProvider clock)
{
    private const int Unprocessable = StatusCodes.Status422UnprocessableEntity;
    private const int MaxSteps = 10_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly Refusal GivenUp = new(Unprocessable, IssueCodes.TooCostly, "The extraction takes more steps than are allowed and was given up: the response or its questionnaire is too large.");

    private static readonly Issue Nothing = new(IssueCodes.Informational, "There is nothing to extract: no answer of the response becomes a record.") { Severity = IssueSeverity.Information };

    /// <summary>The operation.</summary>
    public FhirOperation Operation => new()
    {
        Name = "extract",
        Definition = "http://hl7.org/fhir/uv/sdc/OperationDefinition/QuestionnaireResponse-extract",
        Levels = OperationLevels.Type | OperationLevels.Instance,
        Types = ["QuestionnaireResponse"],
        Handler = AnswerAsync,
    };

    private async Task<FhirAnswer> AnswerAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var input = ExtractInput.Read(call);
        if (input.Value is not { } given) return FhirAnswer.Refused(input.Refusal!);
        var response = given.Response is { } sent ? sent : await StoredAsync(call, cancellationToken).ConfigureAwait(false);
        if (response.Value is not { } content) return FhirAnswer.Refused(response.Refusal!);
        var found = await questionnaires.FindAsync(content.Root, given.Questionnaire, cancellationToken).ConfigureAwait(false);
        return found.Value is { } questionnaire ? Extract(content, questionnaire.RootElement, cancellationToken) : FhirAnswer.Refused(found.Refusal!);
    }

    private async ValueTask<Result<ResourceContent>> StoredAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var read = await interactions.ReadAsync(new(call.Type!, call.Id!), new(), cancellationToken).ConfigureAwait(false);
        if (read.Refusal is { } refusal) return refusal;
        var reading = ContentReader.Unchecked(read.Resource!.Json, isXml: false);
        return reading.Content is { } content ? content : new Refusal(Unprocessable, reading.Issues);
    }

    private FhirAnswer Extract(ResourceContent response, JsonElement questionnaire, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var request = new ValidationRequest { Budget = new(MaxSteps), Patience = patience.Token, Questionnaire = _ => questionnaire };
        var told = validator().Validate(response, request);
        if (IsOver(request)) return FhirAnswer.Refused(GivenUp);
        var form = Form.Read(questionnaire);
        if (form.Defects.Count > 0) return FhirAnswer.Refused(new Refusal(Unprocessable, form.Defects));
        if (told.Where(IsError).ToList() is { Count: > 0 } errors) return FhirAnswer.Refused(new Refusal(Unprocessable, errors));
        var result = Extractor.Extract(form, response.Root, new() { Now = clock.GetUtcNow(), Budget = request.Budget });
        if (IsOver(request)) return FhirAnswer.Refused(GivenUp);
        if (!result.IsDone) return FhirAnswer.Refused(new Refusal(Unprocessable, [.. result.Issues.Take(request.MaxIssues)]));
        Label(response, result.Records);
        var defects = Defects(result.Records, request);
        if (IsOver(request)) return FhirAnswer.Refused(GivenUp);
        return defects.Count > 0
            ? FhirAnswer.Refused(new Refusal(Unprocessable, defects))
            : Answer(result.Records, [.. told.Where(IsAboutAnswers), .. result.Issues]);
    }

    /// <summary>
    /// What comes of a protected response is protected: as labels of whoever stores the records, for the service's own are what it gives itself.
    /// </summary>
    private void Label(ResourceContent response, IEnumerable<ExtractedRecord> records)
    {
        var lasting = LastingLabels.Of(response, labels);
        if (lasting.Count == 0) return;
        foreach (var resource in records.Select(record => record.Resource).OfType<JsonObject>())
        {
            if (resource["meta"] is not JsonObject meta) resource["meta"] = meta = [];
            if (meta["security"] is not JsonArray security) meta["security"] = security = [];
            foreach (var label in lasting.Select(label => JsonObject.Create(label)!))
            {
                label.Remove("extension");
                security.Add((JsonNode)label);
            }
        }
    }

    /// <summary>What makes records no FHIR R4, or breaks the profiles they claim: the fault of a template, or of an answer that does not fit it.</summary>
    private List<Issue> Defects(IEnumerable<ExtractedRecord> records, ValidationRequest request) =>
    [
        .. records.Where(record => record.Resource is not null)
            .SelectMany(record => validator().Validate(JsonSerializer.SerializeToElement(record.Resource), request with { Questionnaire = null }).Where(IsError)
                .Select(issue => issue with { Text = $"What becomes of this part is not valid, at {issue.Expression}: {issue.Text}", Expression = record.Origin, Line = null, Column = null }))
            .Take(request.MaxIssues),
    ];

    private static FhirAnswer Answer(IReadOnlyList<ExtractedRecord> records, IReadOnlyList<Issue> issues)
    {
        JsonNode bundle = ExtractionBundle.Of(records);
        if (records.Count == 0) issues = [.. issues, Nothing];
        return FhirAnswer.Of(new ResourceBody(JsonSerializer.SerializeToUtf8Bytes(issues.Count == 0 ? bundle : Parameters(bundle, issues))));
    }

    private static JsonObject Parameters(JsonNode bundle, IReadOnlyList<Issue> issues) => new()
    {
        ["resourceType"] = "Parameters",
        ["parameter"] = new JsonArray(
            new JsonObject { ["name"] = "return", ["resource"] = bundle },
            new JsonObject { ["name"] = "issues", ["resource"] = JsonNode.Parse(OperationOutcomeJson.Write(issues).Span) }),
    };

    private static bool IsOver(ValidationRequest request) => request.Patience.IsCancellationRequested || request.Budget is { Left: 0 };

    private static bool IsError(Issue issue) => issue.Severity <= IssueSeverity.Error;

    private static bool IsAboutAnswers(Issue issue) => issue.MessageId?.StartsWith("NAL-FORM-", StringComparison.Ordinal) == true;
}
