using FhirNaltrexone.Server.Security.Assertions;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Tokens;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Calls;

/// <summary>
/// Guards discovery, calls and feedback: a request is answered when its token was signed for this very address by a registered client and never used
/// before, else the answer is a bare 401 that tells nothing (CDS Hooks 2.0, Trusting CDS clients). A token is used in one go with the record of its
/// request; a request that changes something uses it first.
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
        if (assertion.IsAccepted) assertion = await LetInAsync(context, path, assertion).ConfigureAwait(false);
        metrics.Asserted(Door, assertion);
        if (assertion.IsAccepted) return;
        logger.AssertionRefused(Door, assertion.Defect, assertion.Client?.Id);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = BearerToken.Scheme;
    }

    /// <summary>Lets a request in, and what it answers out only if its token was not used before.</summary>
    private async ValueTask<Assertion> LetInAsync(HttpContext context, string path, Assertion assertion)
    {
        var token = assertion.Token!;
        try
        {
            using var access = AccessContext.Enter(assertion.Client!.Act(assertion.Id!, assertion.Tenant));
            var trace = AccessTrace.Current;
            trace?.Token = token;
            if (trace is null || IsChange(context.Request.Method, path)) await token.UseAsync(context.RequestAborted).ConfigureAwait(false);
            await next(context).ConfigureAwait(false);

            // An answer without a body is not recorded yet.
            await token.UseAsync(context.RequestAborted).ConfigureAwait(false);
            return assertion;
        }
        catch (TokenUsedException)
        {
            context.Response.Clear();
            return assertion with { Defect = AssertionDefect.Replayed };
        }
    }

    private static bool IsChange(string method, string path)
        => !HttpMethods.IsGet(method) && (!HttpMethods.IsPost(method) || path.EndsWith($"/{Feedback}", StringComparison.OrdinalIgnoreCase));

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
