using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Conformance.Scripts;

/// <summary>What came of reading a script: the script, or why it cannot be run.</summary>
/// <param name="Script">The script; null when there is an issue.</param>
/// <param name="Issues">At least one when there is no script.</param>
internal sealed record ScriptReading(TestScript? Script, IReadOnlyList<Issue> Issues)
{
    /// <summary>No script, for one reason.</summary>
    public static ScriptReading Bad(string code, string text, string? expression = null) => new(null, [new(code, text, expression)]);
}
