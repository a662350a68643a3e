using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Subscriptions.Delivery;
using FhirNaltrexone.Server.Subscriptions.Events;
using FhirNaltrexone.Server.Subscriptions.Notices;
using FhirNaltrexone.Server.Subscriptions.Operations;
using FhirNaltrexone.Server.Subscriptions.Owners;
using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Server.Subscriptions.Sockets;
using FhirNaltrexone.Server.Subscriptions.Topics;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Content;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Subscriptions;

/// <summary>Registers the slice.</summary>
internal static class SubscriptionServices
{
    /// <summary>Adds the rules for Subscriptions alone: for whoever writes resources without serving.</summary>
    public static IServiceCollection AddSubscriptionRules(this IServiceCollection services)
    {
        services.AddOptions<SubscriptionOptions>().BindKnown(SubscriptionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<SubscriptionOptions>, SubscriptionOptionsValidator>();
        services.AddSingleton(provider => TopicCatalogue.Load(new TopicReader(
            provider.GetRequiredService<SearchRequestReader>().TryReadCriteria, provider.GetRequiredService<TimeProvider>().GetUtcNow())));
        services.AddSingleton<SubscriptionReader>();
        services.AddSingleton<SubscriptionCheck>();
        services.TryAddSingleton(RegisteredCallers.Everybody);
        services.AddSingleton<SubscriptionOwners>();
        services.AddSingleton(SubscriptionOwners.Rule);
        services.AddSingleton(provider => new WriteCheck(
            "Subscription", content => WriteVerdict.Of(provider.GetRequiredService<SubscriptionCheck>().Refuse(content))));
        return services;
    }

    /// <summary>Adds subscriptions.</summary>
    public static IServiceCollection AddSubscriptions(this IServiceCollection services)
    {
        services.AddSubscriptionRules();
        services.AddSingleton<SubscriptionSignal>();
        services.AddSingleton<Definitions>();
        services.AddSingleton<Changes>();
        services.AddSingleton<LogReader>();
        services.AddSingleton<Sights>();
        services.AddSingleton<NoticeBuilder>();
        services.AddSingleton<OwnNotices>();
        services.AddSingleton<HookOrigins>();
        services.AddHookHttp();
        services.AddSingleton<HookClient>();
        services.AddSingleton(Statuses);
        services.AddSingleton<NoticeDelivery>();
        services.AddSingleton<BindingTokens>();
        services.AddSingleton<SocketSession>();
        services.AddSingleton<SocketEndpoint>();
        services.AddHostedService<SubscriptionRunner>();
        AddOperations(services);
        foreach (var url in TopicCatalogue.EmbeddedUrls) services.AddSingleton(new TypeExtension("Subscription", Backport.TopicCanonical, url));
        return services;
    }

    /// <summary>Lets websockets in.</summary>
    public static void UseSubscriptions(this WebApplication app) => app.UseWebSockets();

    /// <summary>Maps the address of websockets; all else are operations of the FHIR interface.</summary>
    public static void MapSubscriptions(this IEndpointRouteBuilder routes)
        => routes.MapGet(ServerBase.Path + SocketEndpoint.Path, (HttpContext context, SocketEndpoint endpoint) => endpoint.RunAsync(context))
            .WithTags("FHIR").WithSummary("The websocket of subscriptions; Subscription/$get-ws-binding-token gives the token to bind with.");

    private static void AddOperations(IServiceCollection services)
    {
        services.AddSingleton<SubscriptionLookup>();
        services.AddSingleton<StatusOperation>();
        services.AddSingleton<EventsOperation>();
        services.AddSingleton<TokenOperation>();
        services.AddSingleton<DeadLettersOperation>();
        services.AddSingleton(provider => provider.GetRequiredService<StatusOperation>().Operation);
        services.AddSingleton(provider => provider.GetRequiredService<EventsOperation>().Operation);
        services.AddSingleton(provider => provider.GetRequiredService<TokenOperation>().Operation);
        services.AddSingleton(provider => provider.GetRequiredService<DeadLettersOperation>().Operation);
    }

    private static StatusSetter Statuses(IServiceProvider provider) => new(
        provider.UncheckedInteractions(), provider.GetRequiredService<ContentReader>(), provider.GetRequiredService<ILogger<StatusSetter>>());
}
