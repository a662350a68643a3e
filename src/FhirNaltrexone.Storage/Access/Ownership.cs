using System.Security.Cryptography;
using System.Text;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Access;

/// <summary>
/// Resources that belong to the client that stored them, and are nobody else's to see or change: Subscriptions say where records are sent, and by which
/// secrets. Whose one is stands in a tag of the service's own. See docs/decisions/0012.
/// </summary>
public static class Ownership
{
    /// <summary>Code system of the tag.</summary>
    public const string System = $"{Systems.Own}/CodeSystem/owner";

    /// <summary>Whether resources of a type have owners.</summary>
    /// <param name="type">Resource type.</param>
    public static bool Contains(string type) => type == "Subscription";

    /// <summary>
    /// The code that stands for a client: a fingerprint, for tokens are found without regard to case, and two issuers may call different clients the same.
    /// </summary>
    /// <param name="caller">The client.</param>
    public static string CodeOf(Caller caller)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Issuer?.Length ?? -1} {caller.Issuer} {caller.Id}")));
}
