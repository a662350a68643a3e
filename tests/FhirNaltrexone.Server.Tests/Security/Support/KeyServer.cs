using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FhirNaltrexone.Server.Tests.Security.Support;

/// <summary>Where clients publish their keys, on a port of its own; it can fail in every way, and counts who asks.</summary>
internal sealed class KeyServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private KeyServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(context =>
        {
            Interlocked.Increment(ref _requests);
            return Answer(context);
        });
    }

    /// <summary>Address of the set.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>Requests so far.</summary>
    public int Requests => _requests;

    /// <summary>What it answers.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public static async Task<KeyServer> StartAsync(string? set = null)
    {
        var server = new KeyServer();
        if (set is not null) server.Publish(set);
        await server._app.StartAsync();
        server.Address = server._app.Urls.Single() + "/jwks";
        return server;
    }

    /// <summary>Publishes a set.</summary>
    /// <param name="set">Its text.</param>
    /// <param name="cacheControl">How long it may be kept.</param>
    public void Publish(string set, string? cacheControl = null) => Answer = context =>
    {
        if (cacheControl is not null) context.Response.Headers.CacheControl = cacheControl;
        return context.Response.WriteAsync(set);
    };

    /// <summary>Fails.</summary>
    public void Fail() => Answer = context =>
    {
        context.Response.StatusCode = 500;
        return Task.CompletedTask;
    };

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(0);
        await _app.StopAsync(now.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        await _app.DisposeAsync();
    }
}
