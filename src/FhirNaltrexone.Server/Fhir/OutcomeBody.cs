using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>An OperationOutcome.</summary>
/// <param name="issues">At least one.</param>
internal sealed class OutcomeBody(IReadOnlyList<Issue> issues) : AnswerBody
{
    /// <summary>What it says.</summary>
    public IReadOnlyList<Issue> Issues => issues;

    public override ValueTask WriteAsync(Utf8JsonWriter json, Func<ValueTask> flush)
    {
        OperationOutcomeJson.Write(json, issues);
        return ValueTask.CompletedTask;
    }
}
