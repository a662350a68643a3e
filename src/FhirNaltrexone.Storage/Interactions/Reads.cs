using System.Globalization;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>Reads of one resource, from the store or within a unit of work.</summary>
internal static class Reads
{
    /// <summary>The current version.</summary>
    /// <param name="reader">Where to look.</param>
    /// <param name="key">Type and id.</param>
    /// <param name="conditions">What the client has already.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async ValueTask<InteractionResult> ReadAsync(
        IResourceReader reader, ResourceKey key, ReadConditions conditions, CancellationToken cancellationToken)
        => Answer(key, await reader.ReadAsync(key, cancellationToken).ConfigureAwait(false), conditions);

    /// <summary>One version.</summary>
    /// <param name="reader">Where to look.</param>
    /// <param name="key">Type and id.</param>
    /// <param name="version">Version id.</param>
    /// <param name="conditions">What the client has already.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async ValueTask<InteractionResult> ReadVersionAsync(
        IResourceReader reader, ResourceKey key, string version, ReadConditions conditions, CancellationToken cancellationToken)
    {
        var found = int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && version[0] != '0'
            ? await reader.ReadVersionAsync(key, number, cancellationToken).ConfigureAwait(false)
            : null;
        return found is null
            ? InteractionResult.Refused(new(404, IssueCodes.NotFound, $"There is no such version of a {key.Type} with this id."))
            : Answer(key, found, conditions);
    }

    private static InteractionResult Answer(ResourceKey key, ResourceVersion? found, ReadConditions conditions)
    {
        if (found is null) return InteractionResult.Refused(Refusals.NotFound(key));
        if (found.IsDeleted) return InteractionResult.Refused(Refusals.Gone(key)) with { Resource = found };
        if (conditions.IfNoneMatch is { } tags)
        {
            if (!EntityTags.TryRead(tags, out var known)) return InteractionResult.Refused(Refusals.BadTags("If-None-Match"));
            return InteractionResult.Done(known.Matches(found) ? 304 : 200, found);
        }

        return InteractionResult.Done(IsUnchangedSince(found, conditions.IfModifiedSince) ? 304 : 200, found);
    }

    // HTTP dates have whole seconds: what changed within the second named counts as known (RFC 9110, 13.1.3, compares with Last-Modified).
    private static bool IsUnchangedSince(ResourceVersion found, DateTimeOffset? since)
        => since is { } instant && found.LastUpdated.ToUnixTimeSeconds() <= instant.ToUnixTimeSeconds();
}
