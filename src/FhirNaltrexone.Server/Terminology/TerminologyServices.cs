using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Server.Terminology.Content;
using FhirNaltrexone.Server.Terminology.Operations;
using FhirNaltrexone.Server.Terminology.Outside;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Storage.Search.Requests.CodeSets;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Terminology;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Terminology;

/// <summary>Registers the slice.</summary>
internal static class TerminologyServices
{
    private const string Resources = "resources/";

    /// <summary>Adds the terminology itself, for all that ask about codes: searches, validation, operations.</summary>
    public static IServiceCollection AddTerminology(this IServiceCollection services)
    {
        services.AddOptions<TerminologyOptions>().BindKnown(TerminologyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<TerminologyOptions>, TerminologyOptionsValidator>();
        services.TryAddSingleton(_ => DefinitionSet.Core.With(OwnContent()));
        services.AddSingleton<StoredTerminology>();
        services.AddSingleton<Func<TerminologyService>>(provider =>
        {
            var stored = provider.GetRequiredService<StoredTerminology>();
            return () => stored.Service;
        });
        services.AddSingleton<ICodeSets>(provider => new TerminologyCodeSets(
            provider.GetRequiredService<Func<TerminologyService>>(), provider.GetRequiredService<IOptions<SearchOptions>>().Value.MaxCodes));
        services.AddSingleton(Watched);
        services.AddHostedService<TerminologyRefresh>();
        return services;
    }

    /// <summary>Adds the operations, and the server that is asked last.</summary>
    public static IServiceCollection AddTerminologyOperations(this IServiceCollection services)
    {
        services.AddSingleton<OutsideOrigins>();
        services.AddOutsideHttp();
        services.AddSingleton<OutsideServer>();
        services.AddSingleton<OperationRunner>();
        services.AddSingleton<ExpandOperation>();
        services.AddSingleton<ValidateCodeOperations>();
        services.AddSingleton<LookupOperation>();
        services.AddSingleton<SubsumesOperation>();
        services.AddSingleton<TranslateOperation>();
        services.AddSingleton(provider => provider.GetRequiredService<ExpandOperation>().Operation);
        services.AddSingleton(provider => provider.GetRequiredService<ValidateCodeOperations>().OfValueSet);
        services.AddSingleton(provider => provider.GetRequiredService<ValidateCodeOperations>().OfCodeSystem);
        services.AddSingleton(provider => provider.GetRequiredService<LookupOperation>().Operation);
        services.AddSingleton(provider => provider.GetRequiredService<SubsumesOperation>().Operation);
        services.AddSingleton(provider => provider.GetRequiredService<TranslateOperation>().Operation);
        return services;
    }

    /// <summary>The store, telling what it commits: whoever has stored a value set can use it with the next request.</summary>
    private static IResourceStore Watched(IServiceProvider provider)
    {
        var store = provider.GetRequiredService<ResourceStores>().Resources;
        store.OnCommit(provider.GetRequiredService<StoredTerminology>().Apply);
        return store;
    }

    private static IEnumerable<JsonElement> OwnContent() => EmbeddedContent.Read()
        .Where(file => file.Path.StartsWith(Resources, StringComparison.Ordinal))
        .Select(file => JsonDocument.Parse(file.Content).RootElement);
}
