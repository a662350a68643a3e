using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Bodies;
using FhirNaltrexone.Server.Rest.Calls;
using FhirNaltrexone.Server.Rest.Capability;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Interactions.Bundles;
using FhirNaltrexone.Storage.Interactions.Labels;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Storage.Search.Requests.CodeSets;
using FhirNaltrexone.Validation.Content;
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

    /// <summary>Adds the FHIR interface. What is costly is made on first use, and in the background soon after the start.</summary>
    public static IServiceCollection AddRest(this IServiceCollection services)
    {
        AddSettings(services);
        AddLibraries(services);
        services.AddSingleton<ServerBase>();
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
        services.AddHealthChecks().AddCheck<RestHealth>("resources");
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

    private static void AddSettings(IServiceCollection services)
    {
        services.AddOptions<RestOptions>().BindKnown(RestOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<InteractionOptions>().BindKnown("Interactions").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SearchOptions>().BindKnown("Search").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SearchOptions>().Configure<ServerBase>((search, bases) => search.Bases = bases.Known);
        services.AddSingleton<IValidateOptions<SearchOptions>, SearchOptionsValidator>();
    }

    private static void AddLibraries(IServiceCollection services)
    {
        services.AddSingleton(_ => SearchParameterSet.Core.With(Content("resources/SearchParameter-")));
        services.AddSingleton(provider => new ContentReader(provider.GetRequiredService<IOptions<RestOptions>>().Value.IsStructureChecked));
        services.AddSingleton(provider => Indexing(provider.GetRequiredService<IOptions<SearchOptions>>().Value));
        services.AddSingleton<IndexExtractor>();
        services.AddSingleton(provider => new SearchRequestReader(
            provider.GetRequiredService<SearchParameterSet>(),
            provider.GetRequiredService<ICodeSets>(),
            provider.GetRequiredService<IOptions<SearchOptions>>().Value));
        services.AddSingleton(provider => new SearchExecution(provider.GetRequiredService<IOptions<SearchOptions>>().Value));
        services.AddSingleton(Interactions);
        services.AddSingleton(Bundles);
    }

    private static IEnumerable<JsonElement> Content(string prefix) => EmbeddedContent.Read()
        .Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal))
        .Select(file => JsonDocument.Parse(file.Content).RootElement);

    private static IndexingOptions Indexing(SearchOptions search)
        => new() { Bases = search.Bases, TimeZone = TimeZoneInfo.FindSystemTimeZoneById(search.TimeZone) };

    private static ResourceInteractions Interactions(IServiceProvider provider) => new(
        provider.GetRequiredService<IResourceStore>(),
        provider.GetRequiredService<IndexExtractor>().Extract,
        provider.GetRequiredService<SearchRequestReader>().TryReadCriteria,
        provider.GetRequiredService<ContentReader>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<IOptions<InteractionOptions>>().Value,
        provider.GetServices<WriteCheck>(),
        provider.GetServices<LabelRule>());

    private static BundleInteractions Bundles(IServiceProvider provider) => new(
        provider.GetRequiredService<IResourceStore>(),
        provider.GetRequiredService<ResourceInteractions>(),
        provider.GetRequiredService<IndexExtractor>().Extract,
        provider.GetRequiredService<ContentReader>(),
        provider.GetRequiredService<SearchRequestReader>(),
        provider.GetRequiredService<SearchExecution>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<IOptions<InteractionOptions>>().Value,
        provider.GetServices<WriteCheck>(),
        provider.GetServices<LabelRule>());
}
