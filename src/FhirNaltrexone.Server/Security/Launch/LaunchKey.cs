using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace FhirNaltrexone.Server.Security.Launch;

/// <summary>The key that signs tokens of the demonstration server (RS256, which every client of OpenID Connect knows). It ends with the process.</summary>
internal sealed class LaunchKey : IDisposable
{
    /// <summary>Length of the key.</summary>
    public const int Bits = 2048;

    /// <summary>Algorithm of its signatures.</summary>
    public const string Algorithm = "RS256";

    private const int IdBytes = 12;

    private readonly RSA _rsa = RSA.Create(Bits);

    public LaunchKey() => Key = new(_rsa) { KeyId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)) };

    /// <summary>The key.</summary>
    public RsaSecurityKey Key { get; }

    public void Dispose() => _rsa.Dispose();
}
