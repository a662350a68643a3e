using System.Text.Json;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Questionnaires;

/// <summary>One condition of <c>enableWhen</c>.</summary>
/// <param name="Question">Link id of the question it looks at; empty when it names none.</param>
/// <param name="Operator">How answers are compared.</param>
/// <param name="Expected">With what: a member <c>answer[x]</c>; null when it gives nothing.</param>
internal sealed record EnableCondition(string Question, string Operator, JsonProperty? Expected)
{
    /// <summary>Reads one.</summary>
    public static EnableCondition Read(JsonElement condition)
        => new(condition.Text("question") ?? string.Empty, condition.Text("operator") ?? string.Empty, condition.Choice("answer"));
}
