using System.Text.Json;
using FhirNaltrexone.Server.Subscriptions.Topics;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Interactions.Labels;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Subscriptions.Owners;

/// <summary>
/// Whose a Subscription is: the registered client that stored it, by a tag that is the service's own. It is served with the rights its owner has then;
/// without an owner that is registered for it nothing is sent. An open service knows no owners.
/// </summary>
/// <param name="registered">The registered clients.</param>
internal sealed class SubscriptionOwners(RegisteredCallers registered)
{
    private const string Type = "Subscription";
    private const GrantedInteractions Storing = GrantedInteractions.Create | GrantedInteractions.Update;

    private static readonly Refusal NotRegistered = new(
        StatusCodes.Status403Forbidden,
        IssueCodes.Forbidden,
        "A subscription is for a client that is registered with this service (Security:Clients) and acts for itself, without user and patient: nobody else could be asked again each time something is sent.");

    private static readonly Refusal NotEnough = new(
        StatusCodes.Status403Forbidden,
        IssueCodes.Forbidden,
        "A subscription needs, in the token and in the registration of the client, a system scope with r and s and without a query for each type of its topic.");

    /// <summary>The rule that tags Subscriptions.</summary>
    public static LabelRule Rule { get; } = new("tag", coding => Elements.Text(coding, "system") == Ownership.System, Label);

    /// <summary>Why the request under way must not store a Subscription; null when it may.</summary>
    /// <param name="topic">Its topic; null for one that asks for nothing.</param>
    public Refusal? Refuse(Topic? topic)
    {
        if (AccessContext.Current is not { Caller: { IsUnrestricted: false } caller }) return null;
        if (caller.Emergency is not null || registered.Find(Ownership.CodeOf(caller)) is not { } client || !client.IsSame(caller)) return NotRegistered;
        return topic is null || (MayExport(caller, topic) && MayHave(client, topic)) ? null : NotEnough;
    }

    /// <summary>For whom a Subscription is served; null for nobody.</summary>
    public Caller? Of(Definition definition)
        => registered.Find(Code(definition.Root)) is { } owner && definition.Request is { } request && MayHave(owner, request.Topic) ? owner : null;

    private static bool MayHave(Caller owner, Topic topic)
        => MayExport(owner, topic) && (owner.IsUnrestricted || owner.Grants.Any(grant => grant.Covers(Type) && (grant.Interactions & Storing) != GrantedInteractions.None));

    private static bool MayExport(Caller caller, Topic topic) => topic.Triggers.All(trigger => caller.MayExport(trigger.Type));

    private static string? Code(JsonElement subscription) => subscription.TryGetProperty("meta", out var meta)
        ? Elements.Items(meta, Rule.List).Where(Rule.IsOwn).Select(tag => Elements.Text(tag, "code")).FirstOrDefault()
        : null;

    /// <summary>The service itself, when it sets the status, leaves the owner as it is; in an open service there is none.</summary>
    private static Labelling Label(ResourceContent content)
    {
        if (content.Type != Type) return Labelling.None;
        if (AccessContext.Current?.Caller is not { } caller || caller == Caller.Service) return new([], _ => true);
        return caller.IsUnrestricted ? Labelling.None : new([Tag(caller)], _ => false);
    }

    private static MetaLabel Tag(Caller owner)
    {
        var code = Ownership.CodeOf(owner);
        var coding = new Dictionary<string, string> { ["system"] = Ownership.System, ["code"] = code, ["display"] = owner.Id };
        return new(Rule.List, Ownership.System, code, JsonSerializer.SerializeToUtf8Bytes(coding));
    }
}
