namespace FhirNaltrexone.Server.Tests.Conformance.Charts;

/// <summary>A chart with one ALT result more, newer than all others, with a lower and with a higher value.</summary>
public sealed record RaisedEnzyme
{
    private readonly MovingRecord _record;
    private readonly decimal _lower;
    private readonly decimal _higher;

    internal RaisedEnzyme(GeneratedChart chart, MovingRecord record, decimal lower, decimal higher)
        => (Chart, _record, _lower, _higher) = (chart, record, lower, higher);

    /// <summary>The chart without the result.</summary>
    public GeneratedChart Chart { get; init; }

    public GeneratedChart Before => Chart.Plus(_record.With(_lower));

    public GeneratedChart After => Chart.Plus(_record.With(_higher));

    public override string ToString() => $"{_lower} to {_higher}: {_record.Template}\n{Chart}";
}
