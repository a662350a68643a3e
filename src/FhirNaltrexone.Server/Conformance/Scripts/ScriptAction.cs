namespace FhirNaltrexone.Server.Conformance.Scripts;

/// <summary>A step of a script: it has one of the two.</summary>
/// <param name="Operation">A request to make.</param>
/// <param name="Assertion">A claim to check.</param>
internal sealed record ScriptAction(ScriptOperation? Operation, ScriptAssertion? Assertion);
