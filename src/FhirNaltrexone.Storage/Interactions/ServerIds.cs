using System.Security.Cryptography;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>Makes logical ids: 128 random bits, so that nobody guesses one from another and replicas need no coordination.</summary>
internal static class ServerIds
{
    private const int Octets = 16;

    /// <summary>A new id of 32 lower-case hexadecimal digits.</summary>
    public static string Next() => RandomNumberGenerator.GetHexString(Octets * 2, lowercase: true);
}
