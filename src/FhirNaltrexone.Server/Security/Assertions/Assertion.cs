using FhirNaltrexone.Server.Security.Clients;
using FhirNaltrexone.Storage.Tokens;

namespace FhirNaltrexone.Server.Security.Assertions;

/// <summary>What became of an assertion.</summary>
/// <param name="Defect">Why it is refused, or none.</param>
/// <param name="Client">The client it names; when it is refused, only that: not whether it is from there.</param>
/// <param name="Id">Its id (<c>jti</c>); only when it is accepted.</param>
/// <param name="Tenant">The tenant it names; only when it is accepted.</param>
/// <param name="Token">What has to be used before anything is done on it; only when it is accepted.</param>
internal readonly record struct Assertion(AssertionDefect Defect, Client? Client, string? Id = null, string? Tenant = null, PendingToken? Token = null)
{
    /// <summary>Whether the client is who it says.</summary>
    public bool IsAccepted => Defect == AssertionDefect.None;
}
