using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Security.Support;

/// <summary>A key pair of a client, which signs and is published with the means of the platform, not with those of the product.</summary>
internal sealed class TestKey
{
    private readonly RSA? _rsa;
    private readonly ECDsa? _ec;

    private TestKey(string id, RSA? rsa, ECDsa? ec) => (Id, _rsa, _ec) = (id, rsa, ec);

    public string Id { get; }

    public static TestKey Rsa(string id, int bits = 2048) => new(id, RSA.Create(bits), null);

    public static TestKey P384(string id) => new(id, null, ECDsa.Create(ECCurve.NamedCurves.nistP384));

    public static TestKey P256(string id) => new(id, null, ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>A key set with the public parts.</summary>
    public static string Set(params IEnumerable<TestKey> keys) => Set(keys.Select(key => key.Public()));

    public static string Set(params IEnumerable<JsonObject> keys) => new JsonObject { ["keys"] = new JsonArray([.. keys]) }.ToJsonString();

    /// <summary>The same key under another id.</summary>
    public TestKey As(string id) => new(id, _rsa, _ec);

    /// <summary>The public part as a JSON Web Key.</summary>
    public JsonObject Public()
    {
        if (_rsa is not null)
        {
            var numbers = _rsa.ExportParameters(false);
            return new() { ["kty"] = "RSA", ["kid"] = Id, ["use"] = "sig", ["n"] = Encode(numbers.Modulus!), ["e"] = Encode(numbers.Exponent!) };
        }

        var point = _ec!.ExportParameters(false).Q;
        return new() { ["kty"] = "EC", ["kid"] = Id, ["use"] = "sig", ["crv"] = $"P-{_ec.KeySize}", ["x"] = Encode(point.X!), ["y"] = Encode(point.Y!) };
    }

    /// <summary>Both parts, which nobody may publish.</summary>
    public JsonObject Private()
    {
        var key = Public();
        key["d"] = Encode(_rsa is not null ? _rsa.ExportParameters(true).D! : _ec!.ExportParameters(true).D!);
        return key;
    }

    /// <summary>The public key as a PEM text: what the confusion of algorithms uses as a shared secret.</summary>
    public byte[] Pem() => System.Text.Encoding.ASCII.GetBytes(_rsa is not null ? _rsa.ExportSubjectPublicKeyInfoPem() : _ec!.ExportSubjectPublicKeyInfoPem());

    public byte[] Sign(string algorithm, byte[] data)
    {
        var hash = new HashAlgorithmName($"SHA{algorithm[2..]}");
        if (_rsa is not null) return _rsa.SignData(data, hash, algorithm[0] == 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
        return _ec!.SignData(data, hash);
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
