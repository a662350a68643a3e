using System.Threading.RateLimiting;
using FhirNaltrexone.Server.Security.Assertions;
using FhirNaltrexone.Server.Security.Clients;
using FhirNaltrexone.Server.Security.Edges;
using FhirNaltrexone.Server.Security.Smart.Scopes;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Tokens;

namespace FhirNaltrexone.Server.Security.Smart.Tokens;

/// <summary>
/// Gives access tokens to registered clients that prove who they are with a JWT of their own (SMART App Launch 2.2, Backend Services; RFC 6749 §4.4,
/// RFC 7523 §2.2).
/// </summary>
internal sealed class TokenEndpoint(
    AssertionCheck check, ScopeReader reader, ServiceTokens tokens, SmartAddresses addresses, Limits limits, SecurityMetrics metrics, ILogger<TokenEndpoint> logger)
{
    private const string Door = "token";
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    // Backend Services: a client's JWT is good for five minutes at most.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Answers a request.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var answer = await RunAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = answer.Status;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Pragma = "no-cache";
        await context.Response.WriteAsJsonAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private async ValueTask<(int Status, Dictionary<string, object> Body)> RunAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization.Count > 0) return Refuse("invalid_request", "Clients prove who they are by client_assertion only.");
        if (await TokenForm.ReadAsync(request, cancellationToken).ConfigureAwait(false) is not { } form) return Refuse("invalid_request", "The body must be a form with each member once.");
        if (!form.TryGetValue("grant_type", out var grant)) return Refuse("invalid_request", "grant_type is required.");
        if (grant != TokenForm.ClientCredentials) return Refuse("unsupported_grant_type", "grant_type must be client_credentials.");
        if (form.GetValueOrDefault("client_assertion_type") != AssertionType) return Refuse("invalid_request", $"client_assertion_type must be {AssertionType}.");
        var assertion = await CheckAsync(form, request, cancellationToken).ConfigureAwait(false);
        metrics.Asserted(Door, assertion);
        if (!assertion.IsAccepted)
        {
            logger.AssertionRefused(Door, assertion.Defect, assertion.Client?.Id);
            return Refuse("invalid_client", "The client is not known by its assertion.", StatusCodes.Status401Unauthorized);
        }

        // From here on the record of access names the client.
        var client = assertion.Client!;
        using var access = AccessContext.Enter(client.Act(assertion.Id!, null));
        limits.Proved(Edge.Address(request.HttpContext));
        using var lease = limits.Client(client.Issuer, client.Id);
        if (!lease.IsAcquired) return TooMany(request.HttpContext, lease, client);
        if (string.IsNullOrWhiteSpace(form.GetValueOrDefault("scope"))) return Refuse("invalid_scope", "scope is missing: name the system scopes wanted, with a space between each two.");
        var asked = reader.ReadAll(form.GetValueOrDefault("scope"));
        if (!IsGranted(asked, reader.ReadAll(client.Scopes))) return Refuse("invalid_scope", "Each scope must be a system scope that is understood and registered for the client.");
        return (StatusCodes.Status200OK, new()
        {
            ["access_token"] = await tokens.IssueAsync(client, asked, request, cancellationToken).ConfigureAwait(false),
            ["token_type"] = "bearer",
            ["expires_in"] = (int)ServiceTokens.Lifetime.TotalSeconds,
            ["scope"] = asked.Text,
        });
    }

    private async ValueTask<Assertion> CheckAsync(IReadOnlyDictionary<string, string> form, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!form.TryGetValue("client_assertion", out var text)) return new(AssertionDefect.Missing, null);
        var demands = new AssertionDemands
        {
            Audiences = [addresses.Root(request) + SmartAddresses.Token],
            Lifetime = Longest,
            NeedsSubject = true,
        };
        var assertion = await check.CheckAsync(text, demands, cancellationToken).ConfigureAwait(false);
        var isSame = !form.TryGetValue("client_id", out var id) || id == assertion.Client?.Issuer;
        if (!assertion.IsAccepted) return assertion;
        try
        {
            await assertion.Token!.UseAsync(cancellationToken).ConfigureAwait(false);
            return isSame ? assertion : assertion with { Defect = AssertionDefect.Subject };
        }
        catch (TokenUsedException)
        {
            return assertion with { Defect = AssertionDefect.Replayed };
        }
    }

    /// <summary>All or nothing: who asks for more than it is registered for has made a mistake that it should learn of.</summary>
    private static bool IsGranted(ScopeList asked, ScopeList registered)
        => asked.Scopes.Count > 0
            && asked.Refused.Count == 0
            && asked.Scopes.All(scope => scope.Grant?.Context == GrantContext.System)
            && asked.Within(registered).Scopes.Count == asked.Scopes.Count;

    private (int Status, Dictionary<string, object> Body) TooMany(HttpContext context, RateLimitLease lease, Client client)
    {
        metrics.Throttled("client");
        logger.ClientThrottled(client.Id);
        context.Response.Headers.RetryAfter = Throttle.Seconds(Throttle.Pause(lease));
        return Refuse("temporarily_unavailable", "Too many requests; Retry-After says when to come again, in seconds.", StatusCodes.Status429TooManyRequests);
    }

    private static (int Status, Dictionary<string, object> Body) Refuse(string error, string text, int status = StatusCodes.Status400BadRequest)
        => (status, new() { ["error"] = error, ["error_description"] = text });
}
