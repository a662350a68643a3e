namespace FhirNaltrexone.Server.Security.Edges;

/// <summary>
/// Stands before the guards and the records of access: an address that was turned away too often is answered before anything is read, checked or
/// recorded.
/// </summary>
internal sealed class RefusalLimit(RequestDelegate next, Limits limits, SecurityMetrics metrics)
{
    public Task InvokeAsync(HttpContext context) => Edge.IsCounted(context) ? CountAsync(context, Edge.Address(context)) : next(context);

    private async Task CountAsync(HttpContext context, string address)
    {
        // Who brings nothing to look at does not hold up who does.
        var hasProof = context.Request.Headers.Authorization.Count > 0 || Edge.IsTokenDoor(context);
        if (!limits.MayTry(address, hasProof))
        {
            metrics.Throttled("refusals");
            await Throttle.WriteAsync(context, limits.PauseAfterRefusals).ConfigureAwait(false);
            return;
        }

        if (limits.IsSpent(address, hasProof)) context.Items[typeof(RefusalLimit)] = true;
        await next(context).ConfigureAwait(false);
        if (IsRefused(context)) limits.Refused(address, hasProof);
    }

    /// <summary>
    /// Whether an answer turns away somebody at an address from which too many were turned away, though proofs from there are looked at: a record of each
    /// would let a flood fill the database.
    /// </summary>
    public static bool IsOneOfMany(HttpContext context) => context.Items.ContainsKey(typeof(RefusalLimit)) && IsRefused(context);

    /// <summary>A bad proof may also end in 400 where tokens are given.</summary>
    private static bool IsRefused(HttpContext context)
        => context.Response.StatusCode == StatusCodes.Status401Unauthorized
            || (context.Response.StatusCode == StatusCodes.Status400BadRequest && Edge.IsTokenDoor(context));
}
