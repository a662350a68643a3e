using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Reasoning.Charts;

/// <summary>The chart of one patient, and what its reader should know about it. Its resources live until it is disposed of.</summary>
internal sealed class PatientChart(Chart chart, IReadOnlyList<Issue> issues, IReadOnlyList<IDisposable> owned) : IDisposable
{
    /// <summary>What is known of the patient.</summary>
    public Chart Chart => chart;

    /// <summary>What was not read or not used, and why; free of health information.</summary>
    public IReadOnlyList<Issue> Issues => issues;

    public void Dispose()
    {
        foreach (var item in owned)
        {
            item.Dispose();
        }
    }
}
