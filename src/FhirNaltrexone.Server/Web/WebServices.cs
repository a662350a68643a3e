using FhirNaltrexone.Server.Fhir;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;

namespace FhirNaltrexone.Server.Web;

/// <summary>What the service shows besides its interfaces: errors, headers, documentation, start page.</summary>
internal static class WebServices
{
    private static readonly TimeSpan PreflightMaxAge = TimeSpan.FromMinutes(10);

    /// <summary>Adds documentation and CORS.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddOptions<WebOptions>().BindKnown(WebOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<WebOptions>>((cors, web) =>
        {
            cors.AddDefaultPolicy(policy => policy
                .WithOrigins([.. web.Value.Origins])
                .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Options)
                .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.Accept)
                .WithExposedHeaders(FhirCors.ResponseHeaders)
                .SetPreflightMaxAge(PreflightMaxAge));
            cors.AddPolicy(FhirCors.Discovery, policy => policy
                .AllowAnyOrigin()
                .WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Options)
                .WithHeaders(FhirCors.RequestHeaders)
                .WithExposedHeaders(FhirCors.ResponseHeaders)
                .SetPreflightMaxAge(PreflightMaxAge));
            cors.AddPolicy(FhirCors.Policy, policy => policy
                .WithOrigins([.. web.Value.Origins])
                .WithMethods(FhirCors.Methods)
                .WithHeaders(FhirCors.RequestHeaders)
                .WithExposedHeaders(FhirCors.ResponseHeaders)
                .AllowCredentials()
                .SetPreflightMaxAge(PreflightMaxAge));
        });
        services.AddOpenApi("v1", OpenApiDescriptions.Configure);
        return services;
    }

    /// <summary>Puts the middleware in order: headers and CORS also belong to errors.</summary>
    public static void UseWeb(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseErrors();
        app.UseRouting();
        app.UseCors();
    }

    /// <summary>Maps the start page, the schemas and the documentation.</summary>
    public static void MapWeb(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json");
        routes.MapScalarApiReference("/scalar", options => options.WithTitle("FhirNaltrexone").DisableDefaultFonts());
        routes.MapStartPage();
        routes.MapSchemas();
    }
}
