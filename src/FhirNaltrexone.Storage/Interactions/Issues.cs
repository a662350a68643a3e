using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>Issues that go with successes.</summary>
internal static class Issues
{
    public static Issue Informational(string text) => new(IssueCodes.Informational, text) { Severity = IssueSeverity.Information };

    public static Issue Warning(string code, string text, string? expression = null)
        => new(code, text, expression) { Severity = IssueSeverity.Warning };
}
