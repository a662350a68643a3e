namespace FhirNaltrexone.Server.Tests.Conformance.Charts;

/// <summary>A chart with one opioid record more, at an older and at a newer time of the same precision.</summary>
public sealed record MovedOpioid
{
    private readonly MovingRecord _record;
    private readonly Moment _older;
    private readonly Moment _newer;

    internal MovedOpioid(GeneratedChart chart, MovingRecord record, Moment older, Moment newer)
        => (Chart, _record, _older, _newer) = (chart, record, older, newer);

    /// <summary>The chart without the record.</summary>
    public GeneratedChart Chart { get; init; }

    public GeneratedChart Before => Chart.Plus(_record.With(_older));

    public GeneratedChart After => Chart.Plus(_record.With(_newer));

    public override string ToString() => $"{_older} to {_newer}: {_record.Template}\n{Chart}";
}
