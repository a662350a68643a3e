using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Support;

/// <summary>What one server counts; servers of other tests in the same process are not heard.</summary>
internal sealed class Counts : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public Counts(IServiceProvider services)
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name.StartsWith("FhirNaltrexone.", StringComparison.Ordinal) && instrument.Meter.Scope == factory)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _counts.AddOrUpdate(
            string.Join(' ', [instrument.Name, .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal)]),
            value,
            (_, before) => before + value));
        _listener.Start();
    }

    /// <summary>The sum for a name with its tags in order, such as <c>name a=1 b=2</c>.</summary>
    public long this[string key] => _counts.GetValueOrDefault(key);

    public void Dispose() => _listener.Dispose();
}
