using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>Registers the records of access.</summary>
internal static class AuditServices
{
    /// <summary>Adds what makes and verifies records.</summary>
    public static IServiceCollection AddAuditTrail(this IServiceCollection services)
    {
        services.AddOptions<AuditOptions>().BindConfiguration(AuditOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<AuditOptions>, AuditOptionsValidator>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton(provider => provider.GetRequiredService<AuditTrail>().Seal);
        return services;
    }

    /// <summary>Adds the recording itself.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddAuditTrail();
        services.AddSingleton<Func<AccessContext, ChangeRecord>>(provider => provider.GetRequiredService<AuditTrail>().ChangesOf);
        services.AddSingleton(provider => new SendingRecord(provider.GetRequiredService<AuditTrail>().RecordSendingAsync));
        services.AddSingleton(provider => new FileRecord(provider.GetRequiredService<AuditTrail>().RecordFileAsync));
        services.AddHostedService<AuditRetention>();
        services.AddSingleton(provider => new AuditIndexing(
            provider.GetRequiredService<ResourceStores>(),
            new(provider.GetRequiredService<IndexExtractor>),
            provider.GetRequiredService<IOptions<AuditOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<AuditIndexing>>()));
        services.AddHostedService(provider => provider.GetRequiredService<AuditIndexing>());
        return services;
    }

    /// <summary>Records every answer where callers are asked who they are; comes before those who decide, and behind what makes errors readable.</summary>
    public static void UseAudit(this WebApplication app)
    {
        if (app.Services.IsEnforced()) app.UseMiddleware<AuditMiddleware>();
    }

    /// <summary>Brings the index of records up to date for whoever may be shown some; comes behind those who decide who may pass.</summary>
    public static void UseRecords(this WebApplication app)
    {
        if (app.Services.IsEnforced()) app.UseMiddleware<RecordsUpToDate>();
    }
}
