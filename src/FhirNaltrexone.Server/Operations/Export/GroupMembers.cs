using System.Text.Json;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>The patients of a group as it was at an instant: its active members, and those of groups that are members.</summary>
internal static class GroupMembers
{
    private const string Patient = "Patient";
    private const string Group = "Group";

    /// <summary>Reads them.</summary>
    /// <returns>Ids; null when there was no such group.</returns>
    public static async Task<IReadOnlyCollection<string>?> ReadAsync(Snapshot snapshot, string id, CancellationToken cancellationToken)
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
            foreach (var member in Members(version))
            {
                if (member.Type == Patient) patients.Add(member.Id);
                if (member.Type == Group && seen.Add(member.Id)) open.Enqueue(member.Id);
            }
        }

        return patients;
    }

    private static List<ResourceKey> Members(ResourceVersion group)
    {
        using var json = JsonDocument.Parse(group.Json);
        if (!json.RootElement.TryGetProperty("member", out var members)) return [];
        return [.. members.EnumerateArray().Where(IsActive).Select(Key).OfType<ResourceKey>()];
    }

    private static bool IsActive(JsonElement member) => !member.TryGetProperty("inactive", out var inactive) || inactive.ValueKind != JsonValueKind.True;

    private static ResourceKey? Key(JsonElement member)
    {
        if (!member.TryGetProperty("entity", out var entity) || !entity.TryGetProperty("reference", out var reference)) return null;
        var parts = reference.GetString()!.Split('/');
        var at = Array.FindLastIndex(parts, part => part is Patient or Group);
        return at >= 0 && at + 1 < parts.Length && ResourceKey.IsId(parts[at + 1]) ? new ResourceKey(parts[at], parts[at + 1]) : null;
    }
}
