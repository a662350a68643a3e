using FhirNaltrexone.Server.Security.Sensitivity.Consents;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Server.Security.Sensitivity.Policy;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Interactions.Labels;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Terminology;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Sensitivity;

/// <summary>Registers labels and consents.</summary>
internal static class SensitivityServices
{
    /// <summary>Adds the labels: for whoever writes resources, serving or not.</summary>
    public static IServiceCollection AddLabels(this IServiceCollection services)
    {
        services.AddOptions<SensitivityOptions>().BindConfiguration(SensitivityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => PolicyFile.Read(provider.GetRequiredService<IOptions<SensitivityOptions>>().Value.PolicyFile));
        services.AddSingleton(provider => new Labeller(
            provider.GetRequiredService<SensitivityPolicy>(),
            new TerminologyService(provider.GetRequiredService<DefinitionSet>()),
            provider.GetRequiredService<IndexingOptions>()));
        services.AddSingleton(provider => new LabelRule("security", LabelJson.IsOwn, content => Label(provider, content)));
        services.AddSingleton(provider => HolderTag.Rule(provider.GetRequiredService<Labeller>));
        services.AddSingleton(provider => RecorderTag.Rule(
            () => provider.GetRequiredService<IOptions<SensitivityOptions>>().Value is { IsProgramme: true } or { RecordsConsents: true }));
        services.AddHostedService<SensitivityStart>();
        return services;
    }

    /// <summary>Adds consents: what is shown, for whoever serves.</summary>
    public static IServiceCollection AddConsents(this IServiceCollection services)
    {
        services.AddSingleton<FactsReader>();
        services.AddSingleton<IndirectPatients>();
        services.AddSingleton<PatientConsents>();
        services.AddSingleton<Disclosures>();
        services.AddSingleton<ChartDisclosures>();
        services.AddSingleton(provider => new DisclosurePolicy(
            OpenRecords.Condition,
            (context, reader) => (versions, token) => provider.GetRequiredService<Disclosures>().FilterAsync(context, reader, versions, token),
            (context, reader) => new VersionDisclosures(provider.GetRequiredService<Disclosures>(), context, reader).FilterAsync));
        services.AddSingleton(provider => new ChartPolicy(
            (caller, records, token) => provider.GetRequiredService<ChartDisclosures>().DecideAsync(caller, records, token),
            (caller, patient, types, token) => provider.GetRequiredService<ChartDisclosures>().MayLackAsync(caller, patient, types, token)));
        return services;
    }

    /// <summary>What a programme once wrote stays its record, whoever changes it; what a rule says follows the content.</summary>
    private static Labelling Label(IServiceProvider provider, ResourceContent content)
    {
        var isOfProgramme = AccessContext.Current?.Caller is { IsUnrestricted: false } caller
            ? caller.IsProgramme
            : AccessContext.Current?.Caller != Caller.Service && provider.GetRequiredService<IOptions<SensitivityOptions>>().Value.IsProgramme;
        return new(provider.GetRequiredService<Labeller>().Label(content.Type, content.Root, isOfProgramme), LabelJson.IsBySource);
    }
}
