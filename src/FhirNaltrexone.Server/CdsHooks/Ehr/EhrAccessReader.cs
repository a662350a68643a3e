using System.Text.Json;
using FhirNaltrexone.Server.CdsHooks.Intake;

namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>Reads <c>fhirServer</c> and <c>fhirAuthorization</c> (CDS Hooks 2.0, FHIR Resource Access). A defect there never refuses a call: it only leaves us without the server.</summary>
internal sealed class EhrAccessReader(EhrOrigins origins)
{
    private const int MaxToken = 16 * 1024;

    /// <summary>Reads the access a call grants.</summary>
    public (EhrAccess? Access, EhrDenial Denial) Read(JsonElement root, PatientId patient)
    {
        if (!root.TryGetProperty("fhirServer"u8, out var server) || server.ValueKind != JsonValueKind.String)
        {
            return (null, EhrDenial.NotNamed);
        }

        if (BaseOf(server.GetString()!) is not { } address)
        {
            return (null, EhrDenial.BadAddress);
        }

        if (!origins.Allows(address))
        {
            return (null, EhrDenial.NotListed);
        }

        var isOpen = !root.TryGetProperty("fhirAuthorization"u8, out var authorization) || authorization.ValueKind == JsonValueKind.Null;
        var token = isOpen ? null : TokenOf(authorization, patient);
        if (!isOpen && token is null)
        {
            return (null, EhrDenial.BadAuthorization);
        }

        return (new EhrAccess(address, token, isOpen ? null : Text(authorization, "scope")), EhrDenial.None);
    }

    private static Uri? BaseOf(string text)
        => Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var uri)
            && uri.Scheme is "https" or "http"
            && uri is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 } ? uri : null;

    private static string? TokenOf(JsonElement authorization, PatientId patient)
    {
        if (authorization.ValueKind != JsonValueKind.Object
            || Text(authorization, "access_token") is not { Length: > 0 and <= MaxToken } token
            || !string.Equals(Text(authorization, "token_type"), "Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var isPrintable = token.All(c => c is > ' ' and < '\x7f');
        return isPrintable && !IsExpired(authorization) && !IsForOther(authorization, patient) ? token : null;
    }

    /// <summary>expires_in counts seconds from now; zero or less has passed. A client that leaves it out is believed.</summary>
    private static bool IsExpired(JsonElement authorization)
        => authorization.TryGetProperty("expires_in", out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds <= 0;

    private static bool IsForOther(JsonElement authorization, PatientId patient)
        => Text(authorization, "patient") is { } text && PatientId.Parse(text) != patient;

    private static string? Text(JsonElement parent, string name)
        => parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
