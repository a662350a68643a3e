using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;
using Errors = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace FhirNaltrexone.Server.Security.Launch.Rules;

/// <summary>What OpenIddict leaves to the server without a database: who may ask, and that codes and refresh tokens are good once.</summary>
internal sealed class TokenRules(IOptions<LaunchOptions> options, LaunchSessions sessions) :
    IOpenIddictServerHandler<ExtractTokenRequestContext>,
    IOpenIddictServerHandler<ValidateTokenRequestContext>,
    IOpenIddictServerHandler<HandleTokenRequestContext>,
    IOpenIddictServerHandler<ValidateTokenContext>,
    IOpenIddictServerHandler<ValidateRevocationRequestContext>,
    IOpenIddictServerHandler<HandleRevocationRequestContext>,
    IOpenIddictServerHandler<ValidateIntrospectionRequestContext>,
    IOpenIddictServerHandler<HandleIntrospectionRequestContext>
{
    /// <summary>
    /// A public client proves nothing by naming itself, and common libraries do not when they refresh (RFC 6749 §6 does not ask them to): the token must be its.
    /// </summary>
    public ValueTask HandleAsync(ExtractTokenRequestContext context)
    {
        if (context.Request is { } request && request.IsRefreshTokenGrantType() && string.IsNullOrEmpty(request.ClientId)) request.ClientId = options.Value.AppId;
        return default;
    }

    public ValueTask HandleAsync(ValidateTokenRequestContext context) => KnowAsync(context, context.ClientId, context.ClientSecret);

    public ValueTask HandleAsync(ValidateRevocationRequestContext context) => KnowAsync(context, context.ClientId, context.ClientSecret);

    /// <summary>The app may ask about its own tokens; OpenIddict tells it nothing of others.</summary>
    public ValueTask HandleAsync(ValidateIntrospectionRequestContext context) => KnowAsync(context, context.ClientId, context.ClientSecret);

    /// <summary>All else about the code or refresh token is in order: now it is used.</summary>
    public ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        var principal = context.AuthorizationCodePrincipal ?? context.RefreshTokenPrincipal;
        if (principal?.GetClaim(LaunchClaims.Session) is not { } session
            || !int.TryParse(principal.GetClaim(LaunchClaims.Step), out var step)
            || sessions.Advance(session, step) is not { } next)
        {
            context.Reject(Errors.InvalidGrant, "The code or refresh token was used before.");
            return default;
        }

        context.Principal = principal.Clone().SetClaim(LaunchClaims.Step, next);
        return default;
    }

    /// <summary>No token outlives its session.</summary>
    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.Principal is { } principal && !sessions.IsAlive(principal.GetClaim(LaunchClaims.Session)))
        {
            var isGrant = context.EndpointType == OpenIddictServerEndpointType.Token;
            context.Reject(isGrant ? Errors.InvalidGrant : Errors.InvalidToken, "The token was revoked.");
        }

        return default;
    }

    public ValueTask HandleAsync(HandleRevocationRequestContext context)
    {
        if (context.GenericTokenPrincipal.GetClaim(LaunchClaims.Session) is { } session) sessions.End(session);
        return default;
    }

    public ValueTask HandleAsync(HandleIntrospectionRequestContext context)
    {
        context.Scopes.UnionWith(context.GenericTokenPrincipal.GetScopes());
        foreach (var name in new[] { LaunchClaims.Patient, LaunchClaims.Encounter, LaunchClaims.User })
        {
            if (context.GenericTokenPrincipal.GetClaim(name) is { } value) context.Claims[name] = value;
        }

        return default;
    }

    private ValueTask KnowAsync(BaseValidatingContext context, string? client, string? secret)
    {
        if (client != options.Value.AppId || !string.IsNullOrEmpty(secret)) context.Reject(Errors.InvalidClient, "The client is not registered, or not with a secret.");
        return default;
    }
}
