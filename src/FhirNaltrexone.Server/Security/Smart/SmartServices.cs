using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Security.Launch;
using FhirNaltrexone.Server.Security.Smart.Issuers;
using FhirNaltrexone.Server.Security.Smart.Scopes;
using FhirNaltrexone.Server.Security.Smart.Tokens;
using Microsoft.AspNetCore.Mvc;

namespace FhirNaltrexone.Server.Security.Smart;

/// <summary>SMART App Launch: scopes, addresses, tokens.</summary>
internal static class SmartServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddSmart(this IServiceCollection services)
    {
        services.AddSingleton<SmartAddresses>();
        services.AddSingleton<SmartConfiguration>();
        services.AddSingleton<ScopeReader>();
        services.AddSingleton<ServiceKey>();
        services.AddSingleton<ServiceTokens>();
        services.AddSingleton<TokenEndpoint>();
        services.AddSingleton<IAccessTokenIssuer>(provider => provider.GetRequiredService<ServiceTokens>());
        services.AddSingleton<IAccessTokenIssuer, ExternalIssuers>();
        services.AddSingleton<AccessTokenCheck>();
        services.AddSingleton<ScopeSettingsCheck>();
        services.AddSingleton(provider => new SecurityAddresses(fhir => provider.IsEnforced() ? provider.GetRequiredService<SmartConfiguration>().Addresses(fhir) : null));
        return services;
    }

    /// <summary>Maps what clients need for tokens, where there are any.</summary>
    public static void MapSmart(this WebApplication app)
    {
        if (!app.Services.IsEnforced() && !LaunchServices.IsEnabled(app.Configuration)) return;
        app.MapGet(ServerBase.Path + SmartAddresses.Configuration, (HttpContext http, SmartConfiguration configuration) => configuration.AnswerAsync(http))
            .RequireCors(FhirCors.Discovery)
            .WithTags("Security")
            .WithSummary("What SMART clients need to know of this server.")
            .Responds(("200", "The SMART configuration.", ["application/json"]));
        app.MapPost(SmartAddresses.Token, (HttpContext http, TokenEndpoint endpoint) => endpoint.AnswerAsync(http))
            .WithMetadata(new RequestSizeLimitAttribute(TokenForm.MaxBytes))
            .WithTags("Security")
            .WithSummary("Gives access tokens: to registered clients for a JWT they have signed (SMART Backend Services).")
            .Takes("The parameters of OAuth 2.0.", FhirDescriptions.Form)
            .Responds(("200", "An access token.", ["application/json"]), ("400", "An error of OAuth 2.0.", ["application/json"]), ("401", "The client is not known.", ["application/json"]));
    }
}
