using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Server.Terminology.Operations;

/// <summary><c>ValueSet/$validate-code</c> and <c>CodeSystem/$validate-code</c> (FHIR R4).</summary>
internal sealed class ValidateCodeOperations(OperationRunner runner)
{
    private static readonly TerminologyOperation ValueSetFacts = new("ValueSet", "valueSet", "validate-code")
    {
        Known =
        [
            "url", "valueSet", "valueSetVersion", "code", "system", "systemVersion", "display", "coding", "codeableConcept", "abstract", "inferSystem", "displayLanguage",
        ],
        Unserved = ["context", "date"],
    };

    private static readonly TerminologyOperation CodeSystemFacts = new("CodeSystem", "codeSystem", "validate-code")
    {
        Known = ["url", "codeSystem", "code", "version", "display", "coding", "codeableConcept", "abstract", "displayLanguage"],
    };

    /// <summary>The operation on value sets.</summary>
    public FhirOperation OfValueSet => Operation(ValueSetFacts, InValueSet);

    /// <summary>The operation on code systems.</summary>
    public FhirOperation OfCodeSystem => Operation(CodeSystemFacts, InCodeSystem);

    private FhirOperation Operation(TerminologyOperation facts, Func<CallInput, TerminologyService, Result<JsonObject>> work) => new()
    {
        Name = facts.Name,
        Definition = $"http://hl7.org/fhir/OperationDefinition/{facts.Type}-{facts.Name}",
        Levels = OperationLevels.Type | OperationLevels.Instance,
        Types = [facts.Type],
        Handler = (call, cancellationToken) => runner.AnswerAsync(call, facts, work, cancellationToken),
    };

    private static Result<JsonObject> InValueSet(CallInput input, TerminologyService terminology)
    {
        var questions = CodeInput.Read(input);
        var checks = ValueSetInput.Ask(
            input, set => Each(questions, question => terminology.Validate(set, question)), url => Each(questions, question => terminology.Validate(url, question)));
        return checks.Refusal is { } refusal ? refusal : Answer(checks.Value!);
    }

    private static Result<JsonObject> InCodeSystem(CallInput input, TerminologyService terminology)
    {
        var given = input.Resource("codeSystem", "CodeSystem");
        var url = given is { } resource ? Url(resource) : input.Text("url");
        if (input.Has("codeSystem") && input.Has("url")) input.Fail("url", "Give either url or codeSystem.");
        var questions = CodeInput.Read(input, url);
        if (url is null && input.Has("code")) input.Fail("url", "Give url or codeSystem, or call the operation on a stored CodeSystem.", IssueCodes.Required);
        if (input.Has("coding") && questions.Any(IsOther)) input.Fail("coding", "The coding is of another code system than the one asked about.");
        if (input.Refusal is { } wrong) return wrong;
        var known = given is { } content ? terminology.With([content]) : terminology;
        return Answer([.. questions.Where(question => !IsOther(question)).Select(known.ValidateInSystem)]);

        bool IsOther(CodeQuestion question) => url is not null && question.System != url;
    }

    private static Result<List<CodeCheck>> Each(IReadOnlyList<CodeQuestion> questions, Func<CodeQuestion, CodeCheck> check)
        => questions.Select(check).ToList();

    private static Result<JsonObject> Answer(List<CodeCheck> checks)
    {
        var check = checks.Count == 0 ? new(CodeVerdict.No, "The concept has no code that could be in it.") : TerminologyService.Best(checks);
        if (check.Verdict == CodeVerdict.Unknown) return new Refusal(422, IssueCodes.NotSupported, check.Message!);
        return new ParametersJson()
            .Add("result", "valueBoolean", check.Verdict == CodeVerdict.Yes && !check.IsDisplayWrong)
            .Add("message", "valueString", check.Message ?? check.Warning)
            .Add("display", "valueString", check.Display)
            .Resource;
    }

    private static string? Url(JsonElement resource)
        => resource.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String ? url.GetString() : null;
}
