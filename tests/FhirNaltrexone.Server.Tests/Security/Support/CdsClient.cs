using System.Net.Http.Headers;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Security.Support;

/// <summary>A CDS client as it is registered, and its requests.</summary>
internal static class CdsClient
{
    public const string Base = "https://cds.example.org/cds-services";
    public const string Issuer = "https://ehr.example.org";
    public const string Call = $"{Base}/{FakeCdsService.ServiceId}";
    public const string CallPath = $"/cds-services/{FakeCdsService.ServiceId}";

    /// <summary>Settings of a service that asks for tokens. Tests send more bad ones in a minute than a client may.</summary>
    public static IEnumerable<(string Key, string Value)> Enforced
        => [("Security:Mode", "Enforced"), ("Security:CdsBase:0", Base), ("Security:Limits:RefusalsPerMinute", "0")];

    /// <summary>Settings of the n-th client.</summary>
    public static IEnumerable<(string Key, string Value)> Registered(int n, string id, params IEnumerable<(string Key, string Value)> settings)
        => [($"Security:Clients:{n}:Id", id), .. settings.Select(setting => ($"Security:Clients:{n}:{setting.Key}", setting.Value))];

    /// <summary>Settings of one client with these keys that may call everything.</summary>
    public static IEnumerable<(string Key, string Value)> EnforcedFor(string keys)
        => [.. Enforced, .. Registered(0, "ehr", ("Issuer", Issuer), ("Jwks", keys), ("Services:0", "*"))];

    /// <summary>Calls the service of the tests.</summary>
    public static Task<HttpResponseMessage> CallAsync(this HttpClient client, string? token)
        => client.SendAsync(HttpMethod.Post, CallPath, token, Body());

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string path, string? token, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client.SendAsync(request);
    }

    /// <summary>A refusal that tells nothing.</summary>
    public static async Task AssertBareAsync(HttpResponseMessage response)
    {
        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Null(response.Content.Headers.ContentType);
    }

    private static StringContent Body() => Tests.Support.Call.Json(Tests.Support.Call.OrderSign());
}
