using FhirNaltrexone.Server.Security.Assertions;
using FhirNaltrexone.Storage.Access;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Calls;

/// <summary>
/// Guards discovery, calls and feedback: a request goes on with a token that a registered client signed for this very address and never used before,
/// else the answer is a bare 401 that tells nothing (CDS Hooks 2.0, Trusting CDS clients).
/// </summary>
internal sealed class CdsGuard(
    RequestDelegate next, AssertionCheck check, IOptions<SecurityOptions> options, SecurityMetrics metrics, ILogger<CdsGuard> logger)
{
    private const string Root = "/cds-services";
    private const string Feedback = "feedback";
    private const string Door = "cds";

    private readonly string[] _bases = [.. options.Value.CdsBase];
    private readonly TimeSpan _lifetime = TimeSpan.FromSeconds(options.Value.CdsTokenSeconds);

    public Task InvokeAsync(HttpContext context)
        => context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase, out var rest)
            ? GuardAsync(context, rest.Value!.TrimEnd('/'))
            : next(context);

    private async Task GuardAsync(HttpContext context, string path)
    {
        var assertion = await CheckAsync(context, path).ConfigureAwait(false);
        if (assertion.IsAccepted && !MayCall(assertion.Client!, path, context.Request.Query)) assertion = assertion with { Defect = AssertionDefect.Service };
        metrics.Asserted(Door, assertion);
        if (!assertion.IsAccepted)
        {
            logger.AssertionRefused(Door, assertion.Defect, assertion.Client?.Id);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = BearerToken.Scheme;
            return;
        }

        using var access = AccessContext.Enter(assertion.Client!.Act(assertion.Id!, assertion.Tenant));
        await next(context).ConfigureAwait(false);
    }

    private ValueTask<Assertion> CheckAsync(HttpContext context, string path)
    {
        if (BearerToken.Read(context.Request) is not { } token) return new(new Assertion(AssertionDefect.Missing, null));
        var demands = new AssertionDemands
        {
            Audiences = Array.ConvertAll(_bases, address => address + path),
            Lifetime = _lifetime,
            NeedsIssuedAt = true,
            NeedsTenant = true,
        };
        return check.CheckAsync(token, demands, context.RequestAborted);
    }

    /// <summary>Discovery is for whoever may call anything; the list of feedback for whoever may call the service asked for, or all of them.</summary>
    private static bool MayCall(Clients.Client client, string path, IQueryCollection query) => path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] => client.MayCallServices,
        [Feedback] => query.TryGetValue("service", out var service) && service is [{ } one] ? client.MayCall(one) : client.MayCallAllServices,
        [var id, ..] => client.MayCall(id),
    };
}
