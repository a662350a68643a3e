using System.Net;
using System.Security.Cryptography;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Security.Launch.Pages;
using FhirNaltrexone.Server.Security.Launch.Rules;
using FhirNaltrexone.Server.Security.Smart;
using FhirNaltrexone.Server.Security.Smart.Scopes;
using FhirNaltrexone.Server.Security.Smart.Tokens;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace FhirNaltrexone.Server.Security.Launch;

/// <summary>
/// The authorization server for demonstrations: OpenIddict without a database (its degraded mode), so that what tokens are good is told by
/// <see cref="LaunchSessions"/>, in memory. Nothing of it is there unless the settings ask for it.
/// </summary>
internal static class LaunchServices
{
    private const int KeyBytes = 32;
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromMinutes(10);

    private static readonly string[] Paths =
        [EhrPage.Path, SmartAddresses.Authorize, SmartAddresses.Token, SmartAddresses.Introspect, SmartAddresses.Revoke, SmartAddresses.Keys, "/.well-known"];

    /// <summary>Adds the server if it is switched on.</summary>
    public static void AddLaunch(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<LaunchOptions>().BindConfiguration(LaunchOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LaunchOptions>, LaunchOptionsValidator>();
        if (!IsEnabled(builder.Configuration)) return;
        services.AddSingleton<LaunchKey>();
        services.AddSingleton<LaunchScopes>();
        services.AddSingleton<LaunchHandles>();
        services.AddSingleton<LaunchSessions>();
        services.AddSingleton<IAccessTokenIssuer, LaunchTokens>();
        services.AddSingleton<ChartChoices>();
        services.AddSingleton<AuthorizationPage>();
        services.AddSingleton<TokenRules>();
        services.AddOptions<CorsOptions>().PostConfigure<IOptions<LaunchOptions>>((cors, launch) => LetIn(cors, launch.Value));
        services.AddOptions<OpenIddictServerOptions>().Configure<LaunchKey>((server, key) => server.SigningCredentials.Add(new(key.Key, LaunchKey.Algorithm)));
        services.AddOpenIddict().AddServer(Configure);
        services.AddOptions<OpenIddictServerOptions>().PostConfigure(Narrow);
    }

    /// <summary>Lets OpenIddict answer. Comes behind routing and CORS.</summary>
    public static void UseLaunch(this WebApplication app)
    {
        if (!IsEnabled(app.Configuration)) return;
        app.Use(HereOnlyAsync);
        app.UseAuthentication();
    }

    /// <summary>Maps the pages.</summary>
    public static void MapLaunch(this WebApplication app)
    {
        if (!IsEnabled(app.Configuration)) return;
        app.MapMethods(EhrPage.Path, [HttpMethods.Get, HttpMethods.Post], EhrPage.AnswerAsync).DisableAntiforgery().ExcludeFromDescription();
        app.MapMethods(SmartAddresses.Authorize, [HttpMethods.Get, HttpMethods.Post], (HttpContext http, AuthorizationPage page) => page.AnswerAsync(http))
            .ExcludeFromDescription();
    }

    internal static bool IsEnabled(IConfiguration configuration)
        => configuration.GetValue<bool>($"{LaunchOptions.Section}:{nameof(LaunchOptions.Enabled)}");

    private static void Configure(OpenIddictServerBuilder server)
    {
        server.EnableDegradedMode()
            .AllowAuthorizationCodeFlow()
            .AllowRefreshTokenFlow()
            .RequireProofKeyForCodeExchange()
            .DisableScopeValidation()
            .SetAuthorizationEndpointUris(SmartAddresses.Authorize)
            .SetTokenEndpointUris(SmartAddresses.Token)
            .SetIntrospectionEndpointUris(SmartAddresses.Introspect)
            .SetRevocationEndpointUris(SmartAddresses.Revoke)
            .SetJsonWebKeySetEndpointUris(SmartAddresses.Keys)
            .SetAuthorizationCodeLifetime(CodeLifetime)
            .SetAccessTokenLifetime(AccessTokenLifetime)
            .SetRefreshTokenLifetime(LaunchSessions.Lifetime)
            .AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(KeyBytes)))
            .DisableAccessTokenEncryption();
        server.AddEventHandler<ProcessRequestContext>(handler => handler.UseSingletonHandler<ForeignRequests>().SetOrder(int.MinValue));
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseSingletonHandler<AuthorizationRules>());
        server.AddEventHandler<ExtractTokenRequestContext>(handler => handler.UseSingletonHandler<TokenRules>().SetOrder(int.MaxValue));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseSingletonHandler<TokenRules>());
        server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseSingletonHandler<TokenRules>());
        server.AddEventHandler<ValidateTokenContext>(handler => handler.UseSingletonHandler<TokenRules>().SetOrder(int.MaxValue));
        server.AddEventHandler<ValidateRevocationRequestContext>(handler => handler.UseSingletonHandler<TokenRules>());
        server.AddEventHandler<HandleRevocationRequestContext>(handler => handler.UseSingletonHandler<TokenRules>());
        server.AddEventHandler<ValidateIntrospectionRequestContext>(handler => handler.UseSingletonHandler<TokenRules>());
        server.AddEventHandler<HandleIntrospectionRequestContext>(handler => handler.UseSingletonHandler<TokenRules>());
        server.AddEventHandler<ProcessSignInContext>(handler => handler.UseSingletonHandler<TokenAnswer>());

        // Development on this machine: without TLS, as all of the service there.
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
    }

    /// <summary>Of what OpenIddict can do, its configuration document tells only what <see cref="AuthorizationRules"/> lets through.</summary>
    private static void Narrow(OpenIddictServerOptions server)
    {
        server.CodeChallengeMethods.IntersectWith([OpenIddictConstants.CodeChallengeMethods.Sha256]);
        server.ResponseModes.IntersectWith([OpenIddictConstants.ResponseModes.Query]);
        server.ClientAuthenticationMethods.Clear();
        server.ClientAuthenticationMethods.Add(OpenIddictConstants.ClientAuthenticationMethods.None);
        server.Scopes.UnionWith(ScopeReader.Names);
        server.Claims.UnionWith([LaunchClaims.User]);
    }

    /// <summary>Nobody signs in here: whoever is not on this machine finds nothing.</summary>
    private static Task HereOnlyAsync(HttpContext context, RequestDelegate next)
    {
        var isHere = context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);
        if (isHere || !Array.Exists(Paths, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>The app runs in a browser: its origin may call.</summary>
    private static void LetIn(CorsOptions cors, LaunchOptions launch)
    {
        var origin = new Uri(launch.RedirectUri).GetLeftPart(UriPartial.Authority);
        cors.GetPolicy(cors.DefaultPolicyName)?.Origins.Add(origin);
        cors.GetPolicy(FhirCors.Policy)?.Origins.Add(origin);
    }
}
