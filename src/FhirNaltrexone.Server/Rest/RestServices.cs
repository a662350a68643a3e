using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Outcomes;
using FhirNaltrexone.Server.Rest.Bodies;
using FhirNaltrexone.Server.Rest.Calls;
using FhirNaltrexone.Server.Rest.Capability;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Rest;

/// <summary>Registers the slice.</summary>
internal static class RestServices
{
    // Longer lines are ended by the web server without a body that helps.
    private const int RequestLineBytes = 32 * 1024;

    private static readonly string[] CompressedTypes =
        ["application/fhir+json", "application/fhir+xml", "application/json", "application/xml", "text/json", "text/xml", "application/fhir+ndjson"];

    /// <summary>Adds the FHIR interface of the interactions. What is costly is made on first use, and in the background soon after the start.</summary>
    public static IServiceCollection AddRest(this IServiceCollection services)
    {
        services.AddSingleton(provider => new RetryAfter(provider.GetRequiredService<IOptions<RestOptions>>().Value.RetryAfterSeconds));
        services.AddSingleton<StoreFailures>();
        services.AddSingleton<RestEdge>();
        services.AddSingleton<TimeLimit>();
        services.AddSingleton<ContentIntake>();
        services.AddSingleton<BinaryIntake>();
        services.AddSingleton<PatchIntake>();
        services.AddSingleton<ReadCalls>();
        services.AddSingleton<WriteCalls>();
        services.AddSingleton<HistoryPaging>();
        services.AddSingleton<HistoryCalls>();
        services.AddSingleton<SearchPaging>();
        services.AddSingleton<SearchCalls>();
        services.AddSingleton<BundleCalls>();
        services.AddSingleton<BundleOperations>();
        services.AddSingleton<OperationCalls>();
        services.AddSingleton<OperationTable>();
        services.AddSingleton<CapabilityDocument>();
        services.AddHostedService<RestStart>();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = CompressedTypes;
        });
        services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestLineSize = RequestLineBytes);
        return services;
    }

    /// <summary>Compresses what the FHIR interface answers.</summary>
    public static void UseRest(this WebApplication app)
        => app.UseWhen(
            context => context.Request.Path.StartsWithSegments(ServerBase.Path, StringComparison.OrdinalIgnoreCase),
            fhir => fhir.UseResponseCompression());
}
