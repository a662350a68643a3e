using System.Buffers;
using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Libraries;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Reasoning.Evaluation;

/// <summary>
/// Tells who evaluates without a hook what would be another value at one: rules that belong to a hook are silent without it, which must not look clear.
/// </summary>
/// <param name="library">The library.</param>
/// <param name="chart">The record.</param>
/// <param name="now">The instant of evaluation.</param>
/// <param name="hooks">The hooks that rules of this service belong to.</param>
internal sealed class HookDifferences(KnowledgeLibrary library, Chart chart, DateTimeOffset now, IReadOnlyList<string> hooks)
{
    // Larger values are not compared: they count as others.
    private const int MaxValues = 1_000;

    /// <summary>One issue where a define asked for can depend on a hook; none where no hook matters.</summary>
    /// <param name="defines">The defines asked for.</param>
    /// <param name="isInTime">Whether there is time to go on.</param>
    public IEnumerable<Issue> Tell(List<string> defines, Func<bool> isInTime)
    {
        var dependent = defines.FindAll(library.DependsOnHook);
        if (dependent.Count == 0) return [];
        List<string> told = [];
        var without = Values(dependent, null);
        foreach (var hook in hooks)
        {
            if (!isInTime()) return [Issue(IssueSeverity.Warning, $"There was no time to compare them; these may have other values at a hook: {string.Join(", ", dependent)}.")];
            var others = dependent.Zip(without, Values(dependent, hook)).Where(one => one.Second is null || one.Second != one.Third).Select(one => one.First).ToList();
            if (others.Count > 0) told.Add($"{hook}: {string.Join(", ", others)}");
        }

        return
        [
            told.Count > 0
                ? Issue(IssueSeverity.Warning, $"With this record these have other values at a hook, and that they are false or empty here clears nothing: {string.Join("; ", told)}.")
                : Issue(IssueSeverity.Information, "With this record the values are the same at each of them; what a call brings besides, such as a draft order, may change them."),
        ];
    }

    private Issue Issue(IssueSeverity severity, string text)
        => new(IssueCodes.Incomplete, $"No hook was given (parameters: Hook, one of {string.Join(", ", hooks)}). {text}", "parameters") { Severity = severity };

    private List<string?> Values(List<string> defines, string? hook)
    {
        var evaluation = library.Begin(chart, now, hook);
        return defines.ConvertAll(define => Text(evaluation.Evaluate(library.Name, define)));
    }

    private static string? Text(DefineResult result)
    {
        if (result.Failure is { } failure) return failure;
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            using var json = new Utf8JsonWriter(buffer);
            json.WriteStartArray();
            new ParameterWriter(json, MaxValues).Write("value", result.Value);
            json.WriteEndArray();
            json.Flush();
            return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
        catch (ValueTooLargeException)
        {
            return null;
        }
    }
}
