using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Interactions.Bundles;
using FhirNaltrexone.Storage.Interactions.Labels;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Storage.Search.Requests.CodeSets;
using FhirNaltrexone.Validation.Content;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>Registers the interactions with resources, HTTP left aside, for whoever serves them and for the verbs that do not serve.</summary>
internal static class InteractionServices
{
    /// <summary>Adds interactions and what they read searches and content by. What is costly is made on first use.</summary>
    public static IServiceCollection AddInteractions(this IServiceCollection services)
    {
        AddSettings(services);
        services.AddSingleton(provider => new ServerBase(
            provider.GetRequiredService<IOptions<RestOptions>>().Value.PublicBase, ListeningAddresses.Origins(provider.GetRequiredService<IConfiguration>())));
        services.AddSingleton(_ => SearchParameterSet.Core.With(Content("resources/SearchParameter-")));
        services.AddSingleton(provider => new ContentReader(provider.GetRequiredService<IOptions<RestOptions>>().Value.IsStructureChecked));
        services.AddSingleton(provider => Indexing(provider.GetRequiredService<IOptions<SearchOptions>>().Value));
        services.AddSingleton<IndexExtractor>();
        services.AddSingleton(provider => new SearchRequestReader(
            provider.GetRequiredService<SearchParameterSet>(),
            provider.GetRequiredService<ICodeSets>(),
            provider.GetRequiredService<IOptions<SearchOptions>>().Value));
        services.AddSingleton(provider => new SearchExecution(provider.GetRequiredService<IOptions<SearchOptions>>().Value));
        services.AddSingleton(provider => Interactions(provider, provider.GetServices<WriteCheck>()));
        services.AddSingleton(Bundles);
        services.AddSingleton(Groups);
        return services;
    }

    /// <summary>Interactions without the rules that bind clients, for what the service changes by itself.</summary>
    /// <param name="provider">The services.</param>
    public static ResourceInteractions UncheckedInteractions(this IServiceProvider provider) => Interactions(provider, []);

    private static void AddSettings(IServiceCollection services)
    {
        services.AddOptions<RestOptions>().BindKnown(RestOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<InteractionOptions>().BindKnown("Interactions").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SearchOptions>().BindKnown("Search").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SearchOptions>().Configure<ServerBase>((search, bases) => search.Bases = bases.Known);
        services.AddSingleton<IValidateOptions<SearchOptions>, SearchOptionsValidator>();
    }

    private static IEnumerable<JsonElement> Content(string prefix) => EmbeddedContent.Read()
        .Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal))
        .Select(file => JsonDocument.Parse(file.Content).RootElement);

    private static IndexingOptions Indexing(SearchOptions search)
        => new() { Bases = search.Bases, TimeZone = TimeZoneInfo.FindSystemTimeZoneById(search.TimeZone) };

    private static ResourceInteractions Interactions(IServiceProvider provider, IEnumerable<WriteCheck> checks) => new(
        provider.GetRequiredService<IResourceStore>(),
        provider.GetRequiredService<IndexExtractor>().Extract,
        provider.GetRequiredService<SearchRequestReader>().TryReadCriteria,
        provider.GetRequiredService<ContentReader>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<IOptions<InteractionOptions>>().Value,
        checks,
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

    private static GroupUpdates Groups(IServiceProvider provider) => new(
        provider.GetRequiredService<IResourceStore>(),
        provider.GetRequiredService<IndexExtractor>().Extract,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<IOptions<InteractionOptions>>().Value,
        provider.GetServices<WriteCheck>(),
        provider.GetServices<LabelRule>());
}
