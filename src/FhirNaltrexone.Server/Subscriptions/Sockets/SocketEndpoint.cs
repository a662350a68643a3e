using System.Net.WebSockets;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Subscriptions.Sockets;

/// <summary>Takes in websockets of subscribers.</summary>
internal sealed class SocketEndpoint(
    IServiceProvider services, IOptions<SubscriptionOptions> options, IHostApplicationLifetime lifetime, ILogger<SocketEndpoint> logger)
{
    /// <summary>Path below the base URL.</summary>
    public const string Path = "/ws";

    private int _open;

    /// <summary>Serves a request.</summary>
    public async Task RunAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            context.Response.Headers.Upgrade = "websocket";
            return;
        }

        try
        {
            if (Interlocked.Increment(ref _open) > options.Value.MaxSockets)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }

            // The answer to an upgrade goes past whoever holds back answers until they are recorded.
            if (AccessTrace.Current?.Record is { } record) await record(StatusCodes.Status101SwitchingProtocols, context.RequestAborted).ConfigureAwait(false);
            using var socket = await context.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            await ServeAsync(socket, end.Token).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task ServeAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<SocketSession>().RunAsync(socket, cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException error)
        {
            // The client comes again, and is told what it missed.
            logger.StoreFailed(error.Code);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The client went, or the process stops.
        }
    }
}
