namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>What became of the lines of one input.</summary>
/// <param name="Lines">Lines read, empty ones included.</param>
/// <param name="Created">Resources that came to be.</param>
/// <param name="Updated">Resources that existed, changed or not.</param>
/// <param name="Refused">Lines refused.</param>
internal sealed record ImportCounts(long Lines = 0, long Created = 0, long Updated = 0, long Refused = 0);
