using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>Decides what a change of one resource comes to. Pure: the same answers alone, in a batch and in a transaction.</summary>
/// <param name="now">Time of the unit of work.</param>
/// <param name="options">What is allowed.</param>
internal readonly struct Revisions(DateTimeOffset now, InteractionOptions options)
{
    /// <summary>A new resource under an id of the server's.</summary>
    /// <param name="key">Its key, never used before.</param>
    /// <param name="content">Its content.</param>
    public Revision Create(ResourceKey key, PreparedContent content) => Store(key, null, content, ResourceChange.Create, 201);

    /// <summary>An update, or a creation under the client's id. Content that is there already makes no new version.</summary>
    /// <param name="key">Key.</param>
    /// <param name="current">Newest version, a deletion included; null when the id was never used.</param>
    /// <param name="content">New content.</param>
    /// <param name="conditions">What the client demands.</param>
    public Revision Update(ResourceKey key, ResourceVersion? current, PreparedContent content, WriteConditions conditions)
    {
        if (Refuse(current, conditions) is { } refusal) return Refused(refusal, current);
        if (current is { IsDeleted: false }) return Replace(current, content, ResourceChange.Update);
        return options.IsUpdateCreateAllowed
            ? Store(key, current, content, ResourceChange.CreateAs, 201)
            : Refused(Refusals.CreateNotAllowed, null);
    }

    /// <summary>New content of a resource that is there.</summary>
    /// <param name="current">Newest version, not a deletion.</param>
    /// <param name="content">New content.</param>
    /// <param name="change">What makes the version.</param>
    public Revision Replace(ResourceVersion current, PreparedContent content, ResourceChange change)
    {
        content = content.Over?.Invoke(current) ?? content;
        return content.Stamp.HasSameContent(MetaStamp.Read(current.Key.Type, current.Json))
            ? new(InteractionResult.Done(200, current) with { Issues = content.Issues })
            : current.IsPublished ? Refused(Refusals.Published(current.Key), current)
            : Store(current.Key, current, content, change, 200);
    }

    /// <summary>Content of the service itself; what a client has stored under its id stays.</summary>
    /// <param name="key">Key.</param>
    /// <param name="current">Newest version, a deletion included; null when the id was never used.</param>
    /// <param name="content">The content.</param>
    public Revision Publish(ResourceKey key, ResourceVersion? current, PreparedContent content) => current switch
    {
        null or { IsDeleted: true } => Store(key, current, content, ResourceChange.Publish, 201),
        { IsPublished: false } => Refused(Refusals.IdTaken, current),
        _ when content.Stamp.HasSameContent(MetaStamp.Read(key.Type, current.Json)) => new(InteractionResult.Done(200, current)),
        _ => Store(key, current, content, ResourceChange.Republish, 200),
    };

    /// <summary>A deletion; of what is not there it is no error and no new version.</summary>
    /// <param name="key">Key.</param>
    /// <param name="current">Newest version, a deletion included; null when the id was never used.</param>
    /// <param name="conditions">What the client demands.</param>
    public Revision Delete(ResourceKey key, ResourceVersion? current, WriteConditions conditions)
    {
        if (current is not { IsDeleted: false } && conditions.IfMatch is null) return new(InteractionResult.Done(204));
        if (Refuse(current, conditions) is { } refusal) return Refused(refusal, current);
        if (current!.IsPublished) return Refused(Refusals.Published(key), current);
        var write = new ResourceWrite
        {
            Key = key,
            Version = current.Version + 1,
            LastUpdated = After(current),
            Change = ResourceChange.Delete,
            Json = default,
            Index = IndexEntries.Empty,
        };
        return new(InteractionResult.Done(204), write);
    }

    /// <summary>Why the demands of the client are not met; null when they are.</summary>
    /// <param name="current">Newest version, a deletion included; null when the id was never used.</param>
    /// <param name="conditions">The demands.</param>
    public Refusal? Refuse(ResourceVersion? current, WriteConditions conditions)
    {
        if (conditions.IfMatch is { } match)
        {
            if (!EntityTags.TryRead(match, out var tags)) return Refusals.BadTags("If-Match");
            if (!tags.Matches(current)) return Refusals.WrongVersion(current);
        }
        else if (options.IsIfMatchRequired && current is { IsDeleted: false })
        {
            return Refusals.IfMatchMissing;
        }

        if (conditions.IfNoneMatch is not { } noneMatch) return null;
        if (!EntityTags.TryRead(noneMatch, out var others)) return Refusals.BadTags("If-None-Match");
        return others.Matches(current) ? Refusals.Exists : null;
    }

    private static Revision Refused(Refusal refusal, ResourceVersion? current)
        => new(InteractionResult.Refused(refusal) with { Resource = current });

    private Revision Store(ResourceKey key, ResourceVersion? current, PreparedContent content, ResourceChange change, int status)
    {
        var version = (current?.Version ?? 0) + 1;
        var time = After(current);
        var write = new ResourceWrite
        {
            Key = key,
            Version = version,
            LastUpdated = time,
            Change = change,
            Json = content.Stamp.Write(key.Id, version, time),
            Index = content.Index,
        };
        return new(InteractionResult.Done(status) with { Issues = content.Issues }, write);
    }

    // A clock that was set back must not turn the history round.
    private DateTimeOffset After(ResourceVersion? current)
        => current is not null && current.LastUpdated >= now ? current.LastUpdated.AddMilliseconds(1) : now;
}
