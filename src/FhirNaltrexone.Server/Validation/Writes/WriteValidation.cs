using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Validation.Writes;

/// <summary>Validates what is to be stored, in whatever way it comes: against R4 and the profiles it names itself.</summary>
internal sealed class WriteValidation(ResourceValidation validation, IOptions<ValidationOptions> options, ValidationMetrics metrics)
{
    private const int Unprocessable = 422;

    private readonly string _onWrite = options.Value.OnWrite;

    /// <summary>The rule.</summary>
    public WriteVerdict Check(ResourceContent content)
    {
        if (_onWrite == "off") return WriteVerdict.Good;
        var result = validation.Validate(content, []);
        var issues = result.Issues;
        var isRefused = !result.IsValid && _onWrite == "reject";
        metrics.Validated(content.Type, isRefused ? "refused" : result.IsValid ? "valid" : "warned", issues);
        return isRefused ? WriteVerdict.Of(new Refusal(Unprocessable, issues)) : new WriteVerdict(null, [.. issues.Select(Soften)]);
    }

    // An issue of severity error would say that the resource was not stored (FHIR R4, issue-severity).
    private static Issue Soften(Issue issue) => issue.Severity <= IssueSeverity.Error ? issue with { Severity = IssueSeverity.Warning } : issue;
}
