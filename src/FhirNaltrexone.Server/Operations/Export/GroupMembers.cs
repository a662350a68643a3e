using System.Text.Json;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>The patients of a group as it was at an instant: its active members whose period has begun and is not over, and those of groups that are members.</summary>
internal static class GroupMembers
{
    private const string Patient = "Patient";
    private const string Group = "Group";

    /// <summary>Reads them.</summary>
    /// <param name="snapshot">The store at the instant.</param>
    /// <param name="id">Id of the group.</param>
    /// <param name="bases">Base URLs of this server: members that live elsewhere are nobody here, whatever their id.</param>
    /// <param name="zone">Zone of dates that name none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Ids; null when there was no such group.</returns>
    public static async Task<IReadOnlyCollection<string>?> ReadAsync(
        Snapshot snapshot, string id, IReadOnlyList<string> bases, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var at = snapshot.At.ToUnixTimeMilliseconds();
        var patients = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { id };
        var open = new Queue<string>(seen);
        var found = false;
        while (open.TryDequeue(out var group))
        {
            var version = await snapshot.NewestAsync(new(Group, group), cancellationToken).ConfigureAwait(false);
            if (version is null or { IsDeleted: true })
            {
                if (!found) return null;
                continue;
            }

            found = true;
            foreach (var member in Members(version, bases, member => IsActive(member) && IsWithin(member, at, zone)))
            {
                if (member.Type == Patient) patients.Add(member.Id);
                if (member.Type == Group && seen.Add(member.Id)) open.Enqueue(member.Id);
            }
        }

        return patients;
    }

    private static List<ResourceKey> Members(ResourceVersion group, IReadOnlyList<string> bases, Func<JsonElement, bool> isMember)
    {
        using var json = JsonDocument.Parse(group.Json);
        if (!json.RootElement.TryGetProperty("member", out var members)) return [];
        return [.. members.EnumerateArray().Where(isMember).Select(member => Key(member, bases)).OfType<ResourceKey>()];
    }

    private static bool IsActive(JsonElement member) => !member.TryGetProperty("inactive", out var inactive) || inactive.ValueKind != JsonValueKind.True;

    /// <summary>Whether an instant lies in the period of a member; an end takes in all it covers, such as its whole day.</summary>
    private static bool IsWithin(JsonElement member, long at, TimeZoneInfo zone)
    {
        if (!member.TryGetProperty("period", out var period)) return true;
        return (Span(period, "start", zone) is not var (from, _) || from <= at) && (Span(period, "end", zone) is not var (_, to) || at < to);
    }

    private static (long From, long To)? Span(JsonElement period, string name, TimeZoneInfo zone)
        => period.TryGetProperty(name, out var date) && DateSpan.TryParse(date.GetString(), zone, out var from, out var to) ? (from, to) : null;

    private static ResourceKey? Key(JsonElement member, IReadOnlyList<string> bases)
    {
        if (!member.TryGetProperty("entity", out var entity) || !entity.TryGetProperty("reference", out var reference)) return null;
        var target = ReferenceTarget.Parse(reference.GetString()!, bases);
        return target.Type is { } type ? new ResourceKey(type, target.Id) : null;
    }
}
