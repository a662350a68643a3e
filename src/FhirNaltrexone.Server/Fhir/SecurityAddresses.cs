namespace FhirNaltrexone.Server.Fhir;

/// <summary>What the CapabilityStatement says of security.</summary>
/// <param name="Of">Addresses of the authorization server by name (<c>token</c>, <c>authorize</c> …), for the FHIR base that the client uses; null when security is not enforced.</param>
internal sealed record SecurityAddresses(Func<string, IReadOnlyList<KeyValuePair<string, string>>?> Of);
