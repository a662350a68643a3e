namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>What is to be imported, checked.</summary>
/// <param name="Base">Base URL of this server as the client knows it.</param>
/// <param name="Inputs">The inputs, in order.</param>
internal sealed record ImportRequest(string Base, IReadOnlyList<ImportInput> Inputs);
