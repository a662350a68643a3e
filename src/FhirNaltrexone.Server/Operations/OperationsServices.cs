using FhirNaltrexone.Server.Operations.Export;
using FhirNaltrexone.Server.Operations.Import;
using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Server.Operations.Reading;
using FhirNaltrexone.Server.Operations.Requests;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Requests;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Operations;

/// <summary>Registers the slice.</summary>
internal static class OperationsServices
{
    /// <summary>Adds operations and long-running work.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        AddSettings(services);
        AddJobs(services);
        services.AddSingleton(provider => provider.GetRequiredService<ResourceStores>().Jobs);
        services.AddSingleton<Func<ResourceVersion, IndexEntries>>(provider => provider.GetRequiredService<IndexExtractor>().Extract);
        services.AddSingleton<ExportTypeFilter>(TypeFilter);
        services.AddSingleton<ExportReader>();
        services.AddSingleton<ExportOperation>();
        services.AddSingleton<ImportOrigins>();
        services.AddSingleton<ImportSource>();
        services.AddSingleton<ImportLines>();
        services.AddSingleton<ImportOperation>();
        services.AddSingleton<PatientRecord>();
        services.AddSingleton<EverythingOperation>();
        services.AddSingleton<LastObservations>();
        services.AddSingleton<LastNOperation>();
        services.AddSingleton<MetaOperations>();
        services.AddImportHttp();
        AddTable(services);
        return services;
    }

    /// <summary>Lets stored requests pass through all that follows. Comes first.</summary>
    public static void UseStoredRequests(this WebApplication app) => app.Use(next =>
    {
        app.Services.GetRequiredService<ServerPipeline>().Set(next);
        return next;
    });

    /// <summary>Takes in requests that are answered later. Comes when errors and CORS are cared for.</summary>
    public static void UseLaterRequests(this WebApplication app)
    {
        app.UseMiddleware<LaterRequests>();
        app.UseWhen(context => ImportLinesRequests.IsMeant(context.Request), lines => lines.UseMiddleware<ImportLinesRequests>());
    }

    /// <summary>Maps what operations need beside the FHIR interface.</summary>
    public static void MapOperations(this IEndpointRouteBuilder routes) => routes.MapJobs();

    private static void AddTable(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<ExportOperation>().OfSystem);
        services.AddSingleton(provider => provider.GetRequiredService<ExportOperation>().OfPatients);
        services.AddSingleton(provider => provider.GetRequiredService<ExportOperation>().OfGroup);
        services.AddSingleton(provider => provider.GetRequiredService<ImportOperation>().Operation);
        services.AddSingleton(provider => provider.GetRequiredService<EverythingOperation>().Operation);
        services.AddSingleton(provider => provider.GetRequiredService<LastNOperation>().Operation);
        services.AddSingleton(provider => provider.GetRequiredService<MetaOperations>().Read);
        services.AddSingleton(provider => provider.GetRequiredService<MetaOperations>().Add);
        services.AddSingleton(provider => provider.GetRequiredService<MetaOperations>().Delete);
        services.AddSingleton(provider => provider.GetRequiredService<MetaOperations>().Purge);
    }

    private static void AddSettings(IServiceCollection services)
    {
        services.AddOptions<JobOptions>().BindKnown(JobOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ExportOptions>().BindKnown(ExportOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ImportOptions>().BindKnown(ImportOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ImportOptions>, ImportOptionsValidator>();
    }

    private static void AddJobs(IServiceCollection services)
    {
        services.AddSingleton<JobSignal>();
        services.TryAddSingleton(RegisteredCallers.Everybody);
        services.AddSingleton<JobQueue>();
        services.AddSingleton<ServerPipeline>();
        services.AddSingleton<IJobWork, ExportWork>();
        services.AddSingleton<IJobWork, ImportWork>();
        services.AddSingleton<IJobWork, RequestWork>();
        services.AddSingleton<IJobAnswer, ExportAnswer>();
        services.AddSingleton<IJobAnswer, ImportAnswer>();
        services.AddSingleton<IJobAnswer, RequestAnswer>();
        services.AddHostedService<JobRunner>();
    }

    private static ExportTypeFilter TypeFilter(IServiceProvider provider)
    {
        var searches = provider.GetRequiredService<SearchRequestReader>();
        return (filter, now) => searches.TryReadCriteria(filter.Type, filter.Query, now, out var query, out _, out _) ? query.Filter : null;
    }
}
