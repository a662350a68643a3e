using System.Diagnostics;
using OpenTelemetry;

namespace FhirNaltrexone.Server.Hosting;

/// <summary>
/// Takes from spans what says of whom they are: addresses, in and out, hold ids, names and identifiers of patients, and messages of errors quote what
/// they failed on. The route, the method and the status stay. What a caller hung on its trace (baggage, state) goes no further.
/// </summary>
internal sealed class NamelessSpans : BaseProcessor<Activity>
{
    private static readonly string[] Tags = ["url.full", "url.path", "url.query", "http.url", "http.target", "http.request.method_original", "user_agent.original"];

    /// <inheritdoc/>
    public override void OnStart(Activity data)
    {
        data.TraceStateString = null;
        foreach (var (key, _) in data.Baggage.ToList()) data.SetBaggage(key, null);
    }

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        foreach (var tag in Tags) data.SetTag(tag, null);
        if (data.StatusDescription is not null) data.SetStatus(data.Status);
    }
}
