using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Security.Support;

/// <summary>
/// A server whose requests come from whom the test says; without a caller they come from somebody of an open service, whose consents may permit.
/// </summary>
internal sealed class AccessServer : IDisposable
{
    private readonly TestServer _server;
    private readonly FhirHttp _fhir;

    public AccessServer(Action<IServiceCollection>? services = null, params IEnumerable<(string Key, string Value)> settings)
        : this(services, false, settings)
    {
    }

    public AccessServer(Action<IServiceCollection>? services, bool hasRealContent, params IEnumerable<(string Key, string Value)> settings)
    {
        _server = new([("Security:Sensitivity:RecordsConsents", "true"), .. settings])
        {
            HasRealContent = hasRealContent,
            Stores = collection =>
            {
                collection.AddSingleton<IStartupFilter, CallerHeader>();
                services?.Invoke(collection);
            },
        };
        _fhir = new(_server, null);
    }

    public TestServer Server => _server;

    /// <summary>Sends a request as somebody.</summary>
    public Task<HttpResponseMessage> SendAsync(Caller? caller, string method, string path, string? body = null, params (string Name, string Value)[] headers)
        => _fhir.SendAsync(method, $"/fhir/{path}", body, caller is null ? headers : [CallerHeader.Of(caller), .. headers]);

    /// <summary>Sends a hook call as somebody.</summary>
    public async Task<HttpResponseMessage> CallAsync(Caller? caller, JsonNode call, string service = FakeCdsService.ServiceId)
    {
        using var client = _server.CreateClient();
        if (caller is not null) client.DefaultRequestHeaders.Add(CallerHeader.Name, CallerHeader.Of(caller).Value);
        return await client.PostAsync($"/cds-services/{service}", Call.Json(call));
    }

    /// <summary>Sends a hook call as somebody; it must succeed.</summary>
    public async Task<JsonArray> CardsAsync(Caller? caller, JsonNode call, string service = FakeCdsService.ServiceId)
    {
        using var response = await CallAsync(caller, call, service);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!["cards"]!.AsArray();
    }

    /// <summary>Stores a resource under its id as somebody.</summary>
    public async Task<JsonObject> PutAsync(Caller? caller, string json)
    {
        var node = JsonNode.Parse(json)!;
        using var response = await SendAsync(caller, "PUT", $"{node["resourceType"]}/{node["id"]}", json);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Reads something that must be there.</summary>
    public async Task<JsonObject> GetAsync(Caller? caller, string path)
    {
        using var response = await SendAsync(caller, "GET", path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>The status of a read.</summary>
    public async Task<HttpStatusCode> StatusAsync(Caller? caller, string path)
    {
        using var response = await SendAsync(caller, "GET", path);
        return response.StatusCode;
    }

    public void Dispose()
    {
        _fhir.Dispose();
        _server.Dispose();
    }
}
