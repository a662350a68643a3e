using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>
/// Follows <c>_include</c> and <c>_revinclude</c> from the matches of a page. A reference that names a version brings that version; targets that
/// are not there are left out.
/// </summary>
internal sealed class Inclusion(IResourceReader reader, SearchOptions options, IReadOnlyList<ResourceVersion> matches)
{
    /// <summary>Many references may lead to few resources: so many are read for each that may be included.</summary>
    private const int ReferencesForEach = 10;

    private readonly HashSet<(ResourceKey, int)> _known = [.. matches.Select(match => (match.Key, match.Version))];
    private readonly List<ResourceVersion> _found = [];
    private readonly List<ResourceVersion> _next = [];

    /// <summary>What was found, in the order it was.</summary>
    public IReadOnlyList<ResourceVersion> Found => _found;

    /// <summary>What was left out.</summary>
    public List<Issue> Warnings { get; } = [];

    /// <summary>Follows all includes once, and those that iterate as long as they lead to something new and the limits allow.</summary>
    public async ValueTask FollowAsync(IReadOnlyList<SearchInclude> includes, CancellationToken cancellationToken)
    {
        await FollowOnceAsync(includes, matches, cancellationToken).ConfigureAwait(false);
        var iterating = includes.Where(include => include.IsIterate).ToList();
        for (var round = 0; iterating.Count > 0 && _next.Count > 0; round++)
        {
            if (round == options.MaxIterations)
            {
                Warn($"':iterate' was followed {options.MaxIterations} times, and not further.");
                return;
            }

            var sources = _next.ToList();
            _next.Clear();
            await FollowOnceAsync(iterating, sources, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask FollowOnceAsync(
        IReadOnlyList<SearchInclude> includes, IReadOnlyList<ResourceVersion> sources, CancellationToken cancellationToken)
    {
        foreach (var include in includes)
        {
            if (sources.Count == 0 || include.Parameters.Count == 0) continue;
            if (include.IsReverse) await AddReferrersAsync(include, sources, cancellationToken).ConfigureAwait(false);
            else await AddTargetsAsync(include, sources, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask AddTargetsAsync(SearchInclude include, IReadOnlyList<ResourceVersion> sources, CancellationToken cancellationToken)
    {
        var limit = (options.MaxIncluded + 1) * ReferencesForEach;
        var edges = await reader.ReferencesFromAsync([.. sources.Select(source => source.Number)], include.Parameters, limit, cancellationToken).ConfigureAwait(false);
        if (edges.Count == limit) WarnOfLimit();
        var wanted = edges.Where(edge => include.TargetType is null || edge.Target.Type == include.TargetType)
            .Select(edge => (edge.Target, edge.TargetVersion)).Distinct().ToList();
        var current = (await reader.ReadManyAsync([.. wanted.Select(one => one.Target).Distinct()], cancellationToken).ConfigureAwait(false))
            .ToDictionary(version => version.Key);
        foreach (var (target, version) in wanted)
        {
            if (!current.TryGetValue(target, out var newest)) continue;
            if (version is null || version == newest.Version) Add(newest, isCurrent: true);
            else if (await OldAsync(target, version.Value, cancellationToken).ConfigureAwait(false) is { } old) Add(old, isCurrent: false);
        }
    }

    /// <summary>An old version; to whoever may search and not read it is not there.</summary>
    private async ValueTask<ResourceVersion?> OldAsync(ResourceKey target, int version, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadVersionAsync(target, version, cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException failure) when (failure.Code == StorageErrorCode.Forbidden)
        {
            return null;
        }
    }

    private async ValueTask AddReferrersAsync(SearchInclude include, IReadOnlyList<ResourceVersion> sources, CancellationToken cancellationToken)
    {
        var targets = sources.Select(source => source.Key).Where(key => include.TargetType is null || key.Type == include.TargetType).ToList();
        if (targets.Count == 0) return;
        var limit = options.MaxIncluded + _known.Count + 1;
        foreach (var referrer in await reader.ReferrersToAsync(targets, include.Parameters, limit, cancellationToken).ConfigureAwait(false))
            Add(referrer, isCurrent: true);
    }

    private bool IsFull => _found.Count >= options.MaxIncluded;

    private void Add(ResourceVersion version, bool isCurrent)
    {
        if (version.IsDeleted || _known.Contains((version.Key, version.Version))) return;
        if (IsFull)
        {
            WarnOfLimit();
            return;
        }

        _known.Add((version.Key, version.Version));
        _found.Add(version);

        // The index knows the references of current versions only.
        if (isCurrent) _next.Add(version);
    }

    private void WarnOfLimit() => Warn($"More than {options.MaxIncluded} resources would have to be included: some were left out.");

    private void Warn(string text)
    {
        if (!Warnings.Exists(warning => warning.Text == text))
            Warnings.Add(new Issue(IssueCodes.Incomplete, text) { Severity = IssueSeverity.Warning });
    }
}
