using System.Diagnostics.CodeAnalysis;
using FhirNaltrexone.Storage.Interactions.Bundles.Links;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>Prepares a transaction: reads criteria, finds links, chooses ids.</summary>
/// <param name="reader">Reads criteria.</param>
/// <param name="now">The instant.</param>
internal sealed class TransactionPlanner(CriteriaReader reader, DateTimeOffset now)
{
    private readonly CriteriaList _criteria = new();
    private readonly HashSet<int> _references = [];
    private readonly Dictionary<string, int> _referencesByText = new(StringComparer.Ordinal);
    private readonly HashSet<string> _locks = new(StringComparer.Ordinal);
    private readonly Dictionary<int, PlannedEntry> _creates = [];
    private readonly EntryUrls _urls = new();

    /// <summary>Prepares.</summary>
    /// <param name="entries">All entries.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="refusal">Why there is none; it names the entry.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryPlan(IReadOnlyList<BundleEntry> entries, [NotNullWhen(true)] out TransactionPlan? plan, [NotNullWhen(false)] out Refusal? refusal)
    {
        plan = null;
        refusal = _urls.Add(entries);
        if (refusal is not null) return false;
        var changes = new PlannedEntry?[entries.Count];
        foreach (var entry in entries)
        {
            if (!entry.IsChange) continue;
            if (!TryPlan(entry, out changes[entry.Index], out refusal)) return false;
        }

        plan = new(entries, changes, _criteria.All, _references, [.. _locks.Order(StringComparer.Ordinal)]);
        refusal = null;
        return true;
    }

    private bool TryPlan(BundleEntry entry, out PlannedEntry? planned, [NotNullWhen(false)] out Refusal? refusal)
    {
        planned = null;
        if (!TryReadCriteria(entry, out var criteria, out refusal)) return false;
        var content = entry.Method == EntryMethod.Delete ? null : new PreparedEntry(Links(entry, out refusal));
        if (refusal is not null) return false;
        var isConditionalCreate = entry.Method == EntryMethod.Post && criteria >= 0;
        planned = new()
        {
            Entry = entry,
            Criteria = criteria,
            Content = content,
            Same = isConditionalCreate ? _creates.GetValueOrDefault(criteria) : null,
            NewKey = content is null ? default : new(entry.Url.Type!, ServerIds.Next()),
        };
        if (planned.Same is { } same && !IsSame(same.Entry, entry)) refusal = BundleRefusals.SameCriteria(same.Entry, entry);
        if (isConditionalCreate) _creates.TryAdd(criteria, planned);
        return refusal is null;
    }

    private static bool IsSame(BundleEntry first, BundleEntry second)
        => MetaStamp.Read(first.Content!.Type, first.Content.Json).HasSameContent(MetaStamp.Read(second.Content!.Type, second.Content.Json));

    private bool TryReadCriteria(BundleEntry entry, out int place, [NotNullWhen(false)] out Refusal? refusal)
    {
        place = -1;
        refusal = null;
        var text = entry.Method == EntryMethod.Post ? entry.IfNoneExist : entry.Criteria;
        if (text is null) return true;
        if (!Criteria.TryRead(reader, entry.Url.Type!, text, now, out var criteria, out refusal))
        {
            refusal = refusal.In(entry, entry.Method == EntryMethod.Post ? "request.ifNoneExist" : "request.url");
            return false;
        }

        _locks.UnionWith(criteria.Locks);
        place = _criteria.Add(criteria);
        return true;
    }

    private LinkedContent Links(BundleEntry entry, out Refusal? refusal)
    {
        var from = EntryUrls.BaseOf(entry.FullUrl);
        Refusal? failure = null;
        var linked = new LinkedContent(entry.Content!, (kind, link) =>
        {
            if (_urls.Find(link, from) is { } target) return target;
            return kind == LinkKind.Reference && ConditionalReference.TypeOf(link) is { } type ? ByCriteria(type, link) : null;
        });
        refusal = failure;
        return linked;

        LinkTarget? ByCriteria(string type, string link)
        {
            if (_referencesByText.TryGetValue(link, out var known)) return new(-1, known, false, "");
            if (!Criteria.TryRead(reader, type, link, now, out var criteria, out var unread))
            {
                failure ??= unread.In(entry, "resource");
                return null;
            }

            var place = _criteria.Add(criteria);
            _references.Add(place);
            _referencesByText.Add(link, place);
            return new(-1, place, false, "");
        }
    }
}
