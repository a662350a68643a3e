using System.Text;

namespace FhirNaltrexone.CqlSuite;

/// <summary>The outcome as Markdown: totals, a row per group, and every failure with its reason.</summary>
internal static class Report
{
    public static string Write(IReadOnlyList<SuiteOutcome> outcomes)
    {
        var run = outcomes.Where(each => !each.NotRun).ToList();
        var failed = run.Where(each => !each.Passed).ToList();
        var text = new StringBuilder("# CQL engine: public test suite\n\n");
        text.Append("Suite: cqframework/cql-tests, commit 0666708, translated to ELM with @cqframework/cql 5.3.0.\n");
        text.Append("A test passes when the value is equivalent to the expected one **and** reads the same when written as the `$cql` operation writes it; ");
        text.Append("a test that must fail passes when loading or evaluation ends in an error.\n");
        text.Append("This file is written by `dotnet run --project tests/FhirNaltrexone.CqlSuite -- <folder of the suite's ELM> conformance/reports/cql.md`.\n\n");
        text.Append(FormattableString.Invariant($"**{run.Count - failed.Count} of {run.Count} run tests pass ({100m * (run.Count - failed.Count) / run.Count:F2} %)**; "));
        text.Append(FormattableString.Invariant($"{outcomes.Count - run.Count} of {outcomes.Count} were not run.\n\n## By group\n\n| file | group | passed | run |\n|---|---|---:|---:|\n"));
        foreach (var group in run.GroupBy(each => (each.Test.File, each.Test.Group)))
            text.Append(FormattableString.Invariant($"| {group.Key.File} | {group.Key.Group} | {group.Count(each => each.Passed)} | {group.Count()} |\n"));
        text.Append("\n## Failures\n\n");
        foreach (var each in failed)
            text.Append(FormattableString.Invariant($"- `{Key(each)}`: {Divergences.Reasons.GetValueOrDefault(Key(each), "NOT EXPLAINED: " + each.Finding)}\n"));
        text.Append("\n## Not run\n\n");
        foreach (var each in outcomes.Where(each => each.NotRun)) text.Append(FormattableString.Invariant($"- `{Key(each)}`: {each.Finding}.\n"));
        return text.ToString();
    }

    public static string Key(SuiteOutcome outcome) => $"{outcome.Test.Group}/{outcome.Test.Name}";
}
