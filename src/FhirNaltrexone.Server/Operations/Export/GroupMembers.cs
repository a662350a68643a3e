using System.Text.Json;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>The patients of a group as it was at an instant: its active members, and those of groups that are members.</summary>
internal static class GroupMembers
{
    private const string Patient = "Patient";
    private const string Group = "Group";

    /// <summary>Reads them.</summary>
    /// <param name="snapshot">The store at the instant.</param>
    /// <param name="id">Id of the group.</param>
    /// <param name="bases">Base URLs of this server: members that live elsewhere are nobody here, whatever their id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Ids; null when there was no such group.</returns>
    public static async Task<IReadOnlyCollection<string>?> ReadAsync(
        Snapshot snapshot, string id, IReadOnlyList<string> bases, CancellationToken cancellationToken)
    {
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
            foreach (var member in Members(version, bases))
            {
                if (member.Type == Patient) patients.Add(member.Id);
                if (member.Type == Group && seen.Add(member.Id)) open.Enqueue(member.Id);
            }
        }

        return patients;
    }

    private static List<ResourceKey> Members(ResourceVersion group, IReadOnlyList<string> bases)
    {
        using var json = JsonDocument.Parse(group.Json);
        if (!json.RootElement.TryGetProperty("member", out var members)) return [];
        return [.. members.EnumerateArray().Where(IsActive).Select(member => Key(member, bases)).OfType<ResourceKey>()];
    }

    private static bool IsActive(JsonElement member) => !member.TryGetProperty("inactive", out var inactive) || inactive.ValueKind != JsonValueKind.True;

    private static ResourceKey? Key(JsonElement member, IReadOnlyList<string> bases)
    {
        if (!member.TryGetProperty("entity", out var entity) || !entity.TryGetProperty("reference", out var reference)) return null;
        var target = ReferenceTarget.Parse(reference.GetString()!, bases);
        return target.Type is { } type ? new ResourceKey(type, target.Id) : null;
    }
}
