using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Rest;

/// <summary>A client of one server's FHIR interface.</summary>
internal sealed class FhirHttp : IDisposable
{
    private readonly HttpClient _client;

    private readonly string? _name;
    private readonly string _own = Guid.NewGuid().ToString("N");

    public FhirHttp(params IEnumerable<(string Key, string Value)> settings)
        : this(new TestServer(settings), null)
    {
    }

    /// <summary>A client of a server that other tests use too.</summary>
    /// <param name="server">The server.</param>
    /// <param name="name">A word that stands for something only this test has, in addresses and bodies.</param>
    public FhirHttp(TestServer server, string? name)
    {
        Server = server;
        _client = Server.CreateClient();
        _name = name;
    }

    public TestServer Server { get; }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync("GET", path, null, headers);

    public Task<HttpResponseMessage> PostAsync(string path, string? body, params (string Name, string Value)[] headers) => SendAsync("POST", path, body, headers);

    public Task<HttpResponseMessage> PutAsync(string path, string? body, params (string Name, string Value)[] headers) => SendAsync("PUT", path, body, headers);

    /// <summary>Sends a request; a body is FHIR JSON unless a header says otherwise.</summary>
    public Task<HttpResponseMessage> SendAsync(string method, string path, string? body, params (string Name, string Value)[] headers)
        => SendBytesAsync(method, Own(path), body is null ? null : Encoding.UTF8.GetBytes(Own(body)), headers);

    public Task<HttpResponseMessage> SendBytesAsync(string method, string path, byte[]? body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/fhir+json");
        }

        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type") request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content!.Headers.TryAddWithoutValidation(name, value);
        }

        return _client.SendAsync(request);
    }

    /// <summary>A text with what only this test has in the place of the word.</summary>
    public string Own(string text) => _name is null ? text : text.Replace(_name, _own, StringComparison.Ordinal);

    /// <summary>Stores a resource under its id.</summary>
    public async Task<JsonObject> StoreAsync(string json)
    {
        var node = JsonNode.Parse(json)!;
        using var response = await PutAsync($"/fhir/{node["resourceType"]}/{node["id"]}", json);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return await response.JsonAsync();
    }

    public void Dispose()
    {
        _client.Dispose();
        Server.Dispose();
    }
}
