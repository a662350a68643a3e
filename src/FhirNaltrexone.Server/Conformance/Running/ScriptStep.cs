using FhirNaltrexone.Server.Conformance.Reports;

namespace FhirNaltrexone.Server.Conformance.Running;

/// <summary>An action ready to be carried out.</summary>
/// <param name="IsOperation">Whether it is a request; else a claim.</param>
/// <param name="Label">What the report calls it; null for nothing.</param>
/// <param name="Work">Carries it out.</param>
internal sealed record ScriptStep(bool IsOperation, string? Label, Func<CancellationToken, Task<(ActionOutcome Outcome, string Message)>> Work);
