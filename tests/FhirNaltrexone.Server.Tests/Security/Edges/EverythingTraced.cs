using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FhirNaltrexone.Server.Tests.Security.Edges;

/// <summary>
/// All spans of the process, with names, tags, events, baggage and state, and all measurements with their tags. Made after the server, it hears spans when
/// they have been through what the server does before it sends them.
/// </summary>
internal sealed class EverythingTraced : IDisposable
{
    private readonly ConcurrentQueue<string> _spans = new();
    private readonly ConcurrentDictionary<string, byte> _measurements = new(StringComparer.Ordinal);
    private readonly ActivityListener _listener;
    private readonly MeterListener _meters = new();

    public EverythingTraced()
    {
        _listener = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _spans.Enqueue(Write(activity)),
        };
        ActivitySource.AddActivityListener(_listener);
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        Measure<byte>();
        Measure<short>();
        Measure<int>();
        Measure<long>();
        Measure<float>();
        Measure<double>();
        Measure<decimal>();
        _meters.Start();
    }

    public IReadOnlyCollection<string> Spans => _spans;

    /// <summary>Each instrument with each set of tags.</summary>
    public IReadOnlyCollection<string> Measurements
    {
        get
        {
            _meters.RecordObservableInstruments();
            return [.. _measurements.Keys];
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.Dispose();
    }

    private void Measure<T>()
        where T : struct => _meters.SetMeasurementEventCallback<T>((instrument, _, tags, _) => _measurements.TryAdd($"{instrument.Meter.Name} {instrument.Name} {Tags(tags.ToArray())}", 0));

    private static string Write(Activity activity) => string.Join(" | ", [
        activity.Source.Name, activity.OperationName, activity.DisplayName, activity.StatusDescription, activity.TraceStateString, Tags(activity.TagObjects),
        string.Join(' ', activity.Baggage), string.Join(' ', activity.Events.Select(one => $"{one.Name} {Tags(one.Tags)}")),
        string.Join(' ', activity.Links.Select(link => $"{link.Context.TraceState} {Tags(link.Tags ?? [])}")),
    ]);

    private static string Tags(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
