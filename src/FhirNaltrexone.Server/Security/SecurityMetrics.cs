using System.Diagnostics.Metrics;
using FhirNaltrexone.Server.Security.Assertions;

namespace FhirNaltrexone.Server.Security;

/// <summary>Counts who was let in and why others were not. No label holds a value that a caller chose freely.</summary>
internal sealed class SecurityMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "FhirNaltrexone.Security";

    private const string Unknown = "unknown";

    private readonly Counter<long> _assertions;

    private readonly Counter<long> _throttled;

    /// <summary>Makes the instruments.</summary>
    public SecurityMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(MeterName);
        _assertions = meter.CreateCounter<long>("security.assertions", "{assertion}", "Tokens signed by clients, by door, registered client they name, and result.");
        _throttled = meter.CreateCounter<long>("security.throttled", "{request}", "Requests answered with 429, by the limit that was reached: client, address or refusals.");
    }

    /// <summary>Counts an assertion.</summary>
    public void Asserted(string door, in Assertion assertion)
        => _assertions.Add(1, new("door", door), new("client", assertion.Client?.Id ?? Unknown), new("result", Result(assertion.Defect)));

    /// <summary>Counts a request that came too soon.</summary>
    public void Throttled(string limit) => _throttled.Add(1, new KeyValuePair<string, object?>("limit", limit));

    private static string Result(AssertionDefect defect) => defect == AssertionDefect.None ? "accepted" : Enum.GetName(defect)!;
}
