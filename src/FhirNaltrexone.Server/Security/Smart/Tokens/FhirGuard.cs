using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Security.Assertions;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Security.Smart.Tokens;

/// <summary>
/// Guards the FHIR interface: who comes with an access token is let in with what it grants, and with a bad one is turned away (RFC 6750 §3). Who comes
/// without is left to the guard after this one.
/// </summary>
internal sealed class FhirGuard(RequestDelegate next, AccessTokenCheck check, SecurityMetrics metrics, ILogger<FhirGuard> logger)
{
    private const string Door = "fhir";
    private const string InvalidToken = $"{BearerToken.Scheme} error=\"invalid_token\"";

    public Task InvokeAsync(HttpContext context)
    {
        // A request that is answered later was let in when it came.
        var isOurs = AccessContext.Current is null && context.Request.Path.StartsWithSegments(ServerBase.Path, StringComparison.OrdinalIgnoreCase);
        return isOurs && context.Request.Headers.Authorization.Count > 0 ? GuardAsync(context) : next(context);
    }

    private async Task GuardAsync(HttpContext context)
    {
        var (defect, caller) = BearerToken.Read(context.Request) is { } token
            ? await check.CheckAsync(token, context.Request, context.RequestAborted).ConfigureAwait(false)
            : (AssertionDefect.Missing, null);
        metrics.Asserted(Door, new Assertion(defect, null));
        if (caller is null)
        {
            logger.AssertionRefused(Door, defect, null);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = InvalidToken;
            return;
        }

        using var access = AccessContext.Enter(caller);
        await next(context).ConfigureAwait(false);
    }
}
