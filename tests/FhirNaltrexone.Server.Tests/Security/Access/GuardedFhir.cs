using System.Net;
using System.Text;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Security.Access;

/// <summary>A server whose requests name their caller.</summary>
internal sealed class GuardedFhir : IDisposable
{
    private readonly TestServer _server;
    private readonly HttpClient _client;

    public GuardedFhir(params IEnumerable<(string Key, string Value)> settings)
    {
        _server = new(settings) { Stores = services => services.AddTransient<IStartupFilter, CallerHeader>() };
        _client = _server.CreateClient();
    }

    /// <summary>Stores a resource as whoever may do everything, and gives its id.</summary>
    public async Task StoreAsync(string type, string id, string json)
    {
        using var response = await SendAsync(null, "PUT", $"/fhir/{type}/{id}", json);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    /// <summary>Sends a request for a caller.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        Caller? caller, string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        var type = headers.FirstOrDefault(header => header.Name == "Content-Type").Value ?? "application/fhir+json";
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, type);
        return await SendContentAsync(caller, method, path, content, headers);
    }

    /// <summary>Sends a request with a body of any kind for a caller.</summary>
    public async Task<HttpResponseMessage> SendContentAsync(
        Caller? caller, string method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        foreach (var (name, value) in headers.Where(header => header.Name != "Content-Type")) request.Headers.TryAddWithoutValidation(name, value);
        if (caller is not null) request.Headers.TryAddWithoutValidation(CallerHeader.Name, CallerHeader.Of(caller).Value);
        var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);

        // The answer itself says nothing of what went wrong.
        if (response.StatusCode == HttpStatusCode.InternalServerError) Assert.Fail($"{method} {path} failed:\n{_server.Log.Errors}");
        return response;
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }
}
