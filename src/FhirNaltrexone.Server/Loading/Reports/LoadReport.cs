using System.Globalization;

namespace FhirNaltrexone.Server.Loading.Reports;

/// <summary>Writes what became of everything. It names places, types and reasons, and no content.</summary>
internal static class LoadReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(LoadSummary summary, TimeSpan passed, TextWriter output)
    {
        Line(output, $"{"Resource",-30}{"new",10}{"changed",10}{"unchanged",10}");
        foreach (var (type, count) in summary.Types)
        {
            Line(output, $"{type,-30}{count.New,10:N0}{count.Changed,10:N0}{count.Unchanged,10:N0}");
        }

        Line(output, $"{summary.StoredCount:N0} stored, {summary.RefusedCount:N0} refused in {passed.TotalSeconds:N1} s ({Rate(summary, passed):N0}/s).");
        if (summary.DoneBefore > 0) Line(output, $"{summary.DoneBefore:N0} items were dealt with before, {summary.RefusedBefore:N0} of them refused.");
        WriteRefusals(summary, output);
        foreach (var message in summary.Unusable)
        {
            output.WriteLine(message);
        }

        if (summary.StoreFailure is { } failure) output.WriteLine($"The store failed: {failure} What was counted is stored; start again with the same --resume.");
        if (summary.Stopped is { } stopped) output.WriteLine(stopped);
    }

    private static void WriteRefusals(LoadSummary summary, TextWriter output)
    {
        foreach (var refused in summary.Refused)
        {
            output.WriteLine($"Refused {refused}");
        }

        if (summary.RefusedCount > summary.Refused.Count) Line(output, $"… and {summary.RefusedCount - summary.Refused.Count:N0} more.");
        if (summary.Reasons.Count > 1) Line(output, $"Reasons: {string.Join(", ", summary.Reasons.Select(reason => $"{reason.Key} {reason.Value}"))}.");
    }

    private static double Rate(LoadSummary summary, TimeSpan passed) => summary.StoredCount / Math.Max(passed.TotalSeconds, 0.001);

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
