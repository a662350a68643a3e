namespace FhirNaltrexone.Server;

/// <summary>Names of the CDS services, for whoever must check settings without knowing the services.</summary>
/// <param name="Ids">Gives all ids; the first time costs reading the content.</param>
internal sealed record HookServices(Func<IReadOnlyCollection<string>> Ids);
