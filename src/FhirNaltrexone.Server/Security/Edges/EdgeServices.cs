using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Edges;

/// <summary>What stands between the service and the network.</summary>
internal static class EdgeServices
{
    /// <summary>Adds limits, and whom to believe where requests come from.</summary>
    public static void AddEdges(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IPostConfigureOptions<ForwardedHeadersOptions>, Proxies>();
        services.AddSingleton<Limits>();
    }

    /// <summary>Slows down who is turned away again and again; comes before the records of access.</summary>
    public static void UseRefusalLimit(this WebApplication app)
    {
        if (app.Services.IsEnforced()) app.UseMiddleware<RefusalLimit>();
    }
}
