using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FhirNaltrexone.Server.Tests.Subscriptions;

/// <summary>A subscriber's endpoint on a port of its own: takes notices, or refuses them.</summary>
internal sealed class FakeEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeEndpoint()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Address => _app.Urls.Single() + "/hook";

    /// <summary>What it answers to a notice of a type.</summary>
    public Func<string, int> Status { get; set; } = _ => 200;

    /// <summary>All that came, refused or not.</summary>
    public ConcurrentQueue<Received> All { get; } = new();

    /// <summary>What came and was taken.</summary>
    public ConcurrentQueue<Received> Taken { get; } = new();

    public static async Task<FakeEndpoint> StartAsync()
    {
        var endpoint = new FakeEndpoint();
        await endpoint._app.StartAsync();
        return endpoint;
    }

    /// <summary>Waits until so many notices of a type were taken, and gives them.</summary>
    public async Task<IReadOnlyList<JsonObject>> TakenAsync(string type, int count)
    {
        await Until.TrueAsync(() => Bundles(type).Count >= count, $"{count} of {type}; came {string.Join(' ', All.Select(one => one.Type))}");
        return Bundles(type);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private List<JsonObject> Bundles(string type) => [.. Taken.Where(one => one.Type == type).Select(one => one.Bundle!)];

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var text = Encoding.UTF8.GetString(body.ToArray());
        var bundle = text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : null;
        var received = new Received(
            bundle is null ? "xml" : Bundles(bundle),
            text,
            bundle,
            context.Request.ContentType,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        All.Enqueue(received);
        context.Response.StatusCode = Status(received.Type);
        if (context.Response.StatusCode == 200) Taken.Enqueue(received);
    }

    private static string Bundles(JsonObject bundle) => Notices.Parameter(bundle, "type")!;

    /// <summary>What came.</summary>
    /// <param name="Type">Type of the notice; <c>xml</c> for any in XML.</param>
    /// <param name="Text">The body.</param>
    /// <param name="Bundle">The body, when it is JSON.</param>
    /// <param name="ContentType">Its type.</param>
    /// <param name="Headers">Headers.</param>
    internal sealed record Received(string Type, string Text, JsonObject? Bundle, string? ContentType, IReadOnlyDictionary<string, string> Headers);
}
