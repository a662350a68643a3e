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

    /// <summary>Makes the instruments.</summary>
    public SecurityMetrics(IMeterFactory factory)
        => _assertions = factory.Create(MeterName)
            .CreateCounter<long>("security.assertions", "{assertion}", "Tokens signed by clients, by door, registered client they name, and result.");

    /// <summary>Counts an assertion.</summary>
    public void Asserted(string door, in Assertion assertion)
        => _assertions.Add(1, new("door", door), new("client", assertion.Client?.Id ?? Unknown), new("result", Result(assertion.Defect)));

    private static string Result(AssertionDefect defect) => defect == AssertionDefect.None ? "accepted" : Enum.GetName(defect)!;
}
