namespace FhirNaltrexone.Server.Conformance.Running;

/// <summary>Ends an action that cannot be carried out: a variable without value, an expression that is none, a server that does not answer. Never leaves a run.</summary>
/// <param name="message">A full sentence for the report.</param>
internal sealed class ScriptFault(string message) : Exception(message);
