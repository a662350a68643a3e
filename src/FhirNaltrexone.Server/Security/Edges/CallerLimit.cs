using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Security.Edges;

/// <summary>
/// Stands behind the guards: counts requests of a client against the client, whatever else comes from its address, and those of nobody known against the
/// address.
/// </summary>
internal sealed class CallerLimit(RequestDelegate next, Limits limits, SecurityMetrics metrics, ILogger<CallerLimit> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // Where tokens are given, the client is known only when its proof was looked at: that door counts for itself.
        if (!Edge.IsCounted(context) || Edge.IsTokenDoor(context))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var client = AccessContext.Current is { Caller: { IsUnrestricted: false } caller } ? caller : null;
        if (client is not null) limits.Proved(Edge.Address(context));
        using var lease = client is null ? limits.Address(Edge.Address(context)) : limits.Client(client.Issuer, client.Id);
        if (lease.IsAcquired)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        metrics.Throttled(client is null ? "address" : "client");
        if (client is not null) logger.ClientThrottled(client.Id);
        await Throttle.WriteAsync(context, Throttle.Pause(lease)).ConfigureAwait(false);
    }
}
