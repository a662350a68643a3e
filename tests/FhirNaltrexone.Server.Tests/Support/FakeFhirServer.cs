using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FhirNaltrexone.Server.Tests.Support;

/// <summary>
/// A FHIR server on a port of its own: serves any resources by read and by search on patient and code, in pages if asked, and fails in every
/// way a real one does.
/// </summary>
internal sealed class FakeFhirServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<JsonObject> _resources = [];
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _faults = new(StringComparer.Ordinal);

    private FakeFhirServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Origin { get; private set; } = string.Empty;

    public string Base => Origin + "/fhir";

    /// <summary>Resources per page; all by default.</summary>
    public int PageSize { get; set; } = int.MaxValue;

    /// <summary>Makes the address of the next page, given the honest one.</summary>
    public Func<string, string> NextLink { get; set; } = link => link;

    /// <summary>Changes the page that begins at a number of resources.</summary>
    public Action<int, JsonObject> Change { get; set; } = (_, _) => { };

    /// <summary>Path, query and authorization of every request.</summary>
    public ConcurrentQueue<(string Path, string Query, string? Authorization)> Requests { get; } = new();

    public static async Task<FakeFhirServer> StartAsync(params JsonObject[] resources)
    {
        var server = new FakeFhirServer();
        server._resources.AddRange(resources);
        await server._app.StartAsync();
        server.Origin = server._app.Urls.Single();
        return server;
    }

    /// <summary>Answers requests for a type in another way.</summary>
    public void Fail(string type, Func<HttpContext, Task> how) => _faults[type] = how;

    public void Fail(string type, int status) => Fail(type, context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(0);
        await _app.StopAsync(now.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Requests.Enqueue((path, context.Request.QueryString.Value!, context.Request.Headers.Authorization));
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || parts[0] != "fhir")
        {
            context.Response.StatusCode = 404;
        }
        else if (_faults.TryGetValue(parts[1], out var fault))
        {
            await fault(context);
        }
        else
        {
            await WriteAsync(context, parts.Length == 2 ? Search(context, parts[1]) : Read(parts[1], parts[2]));
        }
    }

    private static Task WriteAsync(HttpContext context, JsonNode? body)
    {
        context.Response.StatusCode = body is null ? 404 : 200;
        context.Response.ContentType = "application/fhir+json";
        return context.Response.WriteAsync((body ?? Call.OperationOutcome("not-found")).ToJsonString());
    }

    private JsonNode? Read(string type, string id) => _resources.Find(resource => Is(resource, type) && (string?)resource["id"] == id)?.DeepClone();

    private JsonObject Search(HttpContext context, string type)
    {
        var query = context.Request.Query;
        var patient = $"Patient/{query["patient"]}";
        var codes = query.TryGetValue("code", out var text) ? text.ToString().Split(',') : null;
        var matches = _resources
            .Where(resource => Is(resource, type) && (string?)resource["subject"]?["reference"] == patient)
            .Where(resource => codes is null || codes.Contains((string?)resource["code"]?["coding"]?[0]?["code"]))
            .ToList();
        var offset = int.Parse(query.TryGetValue("_offset", out var start) ? start.ToString() : "0", CultureInfo.InvariantCulture);
        var page = Call.Bundle([.. matches.Skip(offset).Take(PageSize).Select(resource => (JsonObject)resource.DeepClone())]);
        page["total"] = matches.Count;
        if (matches.Count - offset > PageSize)
        {
            var next = $"{Base}/{type}?patient={query["patient"]}&_offset={offset + PageSize}";
            page["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = NextLink(next) });
        }

        Change(offset, page);
        return page;
    }

    private static bool Is(JsonObject resource, string type) => (string?)resource["resourceType"] == type;
}
