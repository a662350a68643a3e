using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests;

namespace FhirNaltrexone.Server.Security.Access;

/// <summary>Puts the guard before the store: whatever serves a request gets the store as its caller may use it.</summary>
internal static class AccessServices
{
    /// <summary>Adds the guard; comes after all that registers the store.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        // The guard reads queries of scopes, those ask the terminology, and that reads the store: what it needs is made when first asked.
        var store = services.Last(service => service.ServiceType == typeof(IResourceStore));
        services.Remove(store);
        services.AddSingleton<IResourceStore>(provider => new GuardedStore((IResourceStore)store.ImplementationFactory!(provider), new Lazy<GuardRules>(() => Rules(provider))));
        return services;
    }

    /// <summary>
    /// Lets every request of an open service in. A request that was let in already keeps its caller: it is one that is answered later.
    /// </summary>
    public static void UseOpenAccess(this WebApplication app) => app.Use(async (context, next) =>
    {
        using var access = AccessContext.Enter(AccessContext.Current ?? new AccessContext(Caller.Anonymous));
        await next(context).ConfigureAwait(false);
    });

    private static GuardRules Rules(IServiceProvider provider) => new(
        provider.GetRequiredService<SearchParameterSet>(),
        provider.GetRequiredService<IndexExtractor>().Extract,
        provider.GetRequiredService<SearchRequestReader>().TryReadCriteria,
        provider.GetRequiredService<DisclosurePolicy>(),
        provider.GetService<Func<AccessContext, ChangeRecord>>(),
        provider.GetRequiredService<TimeProvider>());
}
