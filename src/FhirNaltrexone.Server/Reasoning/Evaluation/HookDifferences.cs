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
    /// <param name="results">The defines asked for, with their values outside hooks; null for those there was no time for.</param>
    /// <param name="isInTime">Whether there is time to go on.</param>
    public IEnumerable<Issue> Tell(IEnumerable<(string Define, DefineResult? Result)> results, Func<bool> isInTime)
    {
        var dependent = results.Where(one => library.DependsOnHook(one.Define)).ToList();
        if (dependent.Count == 0) return [];
        List<string> told = [];
        var without = dependent.ConvertAll(one => one.Result is { } result ? Text(result) : null);
        foreach (var hook in hooks)
        {
            List<string> others = [];
            var evaluation = library.Begin(chart, now, hook);
            foreach (var (define, value) in dependent.Select((one, place) => (one.Define, without[place])))
            {
                if (!isInTime())
                {
                    var found = told.Count > 0 ? $" So far: {string.Join("; ", told)}." : string.Empty;
                    return [Issue(IssueSeverity.Warning, $"There was no time to compare them all; these may have other values at a hook: {string.Join(", ", dependent.Select(one => one.Define))}.{found}")];
                }

                if (value is null || value != Text(evaluation.Evaluate(library.Name, define))) others.Add(define);
            }

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
