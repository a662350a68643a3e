using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Server.Terminology.Operations;

/// <summary><c>CodeSystem/$subsumes</c> (FHIR R4).</summary>
internal sealed class SubsumesOperation(OperationRunner runner)
{
    private static readonly TerminologyOperation Facts = new("CodeSystem", "codeSystem", "subsumes")
    {
        Known = ["codeA", "codeB", "system", "version", "codingA", "codingB", "codeSystem"],
    };

    /// <summary>The operation.</summary>
    public FhirOperation Operation => new()
    {
        Name = Facts.Name,
        Definition = "http://hl7.org/fhir/OperationDefinition/CodeSystem-subsumes",
        Levels = OperationLevels.Type | OperationLevels.Instance,
        Types = [Facts.Type],
        Handler = (call, cancellationToken) => runner.AnswerAsync(call, Facts, Relate, cancellationToken),
    };

    private static Result<JsonObject> Relate(CallInput input, TerminologyService terminology)
    {
        var stored = input.Resource("codeSystem", "CodeSystem");
        var system = stored is { } resource ? resource.TryGetProperty("url", out var url) ? url.GetString() : null : input.Text("system");
        var (a, b) = (Code(input, "A", system), Code(input, "B", system));
        if (input.Refusal is { } wrong) return wrong;
        if (a!.System != b!.System) return new Refusal(400, IssueCodes.Value, "Both codes must be of the same code system.");
        var known = stored is { } content ? terminology.With([content]) : terminology;
        var relation = known.Subsumes(a.System!, a.Code, b.Code, input.Text("version") ?? a.Version);
        return relation.Refusal is { } refusal ? refusal : new ParametersJson().Add("outcome", "valueCode", relation.Value).Resource;
    }

    private static CodeQuestion? Code(CallInput input, string letter, string? system)
    {
        var (code, coding) = ($"code{letter}", $"coding{letter}");
        if (input.Has(code) == input.Has(coding))
        {
            input.Fail(code, $"Give either {code} or {coding}.", IssueCodes.Required);
            return null;
        }

        var question = input.Has(coding) ? input.Coding(coding) : new CodeQuestion(system, input.Text(code) ?? "");
        if (question is { System: null or "" }) input.Fail("system", "The code system must be given.", IssueCodes.Required);
        return question;
    }
}
