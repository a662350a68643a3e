using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Validation.Operations;

/// <summary>
/// Finds profiles and definitions of extensions that clients have stored, and those they stand on. They count where a client asks for them by
/// <c>$validate</c>, not for what others store: a costly profile costs only those who want it.
/// </summary>
internal sealed class StoredProfiles(StoredDefinitions stored, DefinitionSet known)
{
    private const string Type = "StructureDefinition";
    private const int MaxProfiles = 40;
    private const int MaxBytes = 8 << 20;
    private const int MaxLookups = 400;

    private static readonly Refusal TooMany = new(422, IssueCodes.TooCostly, "The profiles, with those they stand on, are more than this server reads for one validation.");

    /// <summary>The stored profiles that canonicals lead to.</summary>
    /// <param name="canonicals">Canonicals; those known anyway are passed over.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The profiles, or why they are not used.</returns>
    public async ValueTask<(IReadOnlyList<ResourceVersion> Profiles, Refusal? Refusal)> FindAsync(IEnumerable<string> canonicals, CancellationToken cancellationToken)
    {
        var found = new Dictionary<ResourceKey, ResourceVersion>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var wanted = new Queue<string>(canonicals);
        while (wanted.TryDequeue(out var canonical))
        {
            if (known.Find(Type, canonical) is not null || !seen.Add(canonical)) continue;
            if (seen.Count > MaxLookups) return ([], TooMany);
            if (await stored.FindIfAllowedAsync(Type, canonical, cancellationToken).ConfigureAwait(false) is not { } profile || !found.TryAdd(profile.Key, profile)) continue;
            if (found.Count > MaxProfiles || found.Values.Sum(one => one.Json.Length) > MaxBytes) return ([], TooMany);
            using var json = JsonDocument.Parse(profile.Json);
            if (ProfileStructure.FindDefect(json.RootElement) is { } defect) return ([], new(422, [defect]));
            foreach (var next in Canonicals(json.RootElement)) wanted.Enqueue(next);
        }

        return ([.. found.Values], null);
    }

    private static IEnumerable<string> Canonicals(JsonElement profile)
    {
        if (TryText(profile, "baseDefinition", out var text)) yield return text;
        foreach (var part in new[] { "snapshot", "differential" })
        {
            foreach (var type in Items(profile, part).SelectMany(holder => Items(holder, "element")).SelectMany(element => Items(element, "type")))
            {
                foreach (var canonical in Items(type, "profile").Concat(Items(type, "targetProfile")))
                {
                    if (canonical.ValueKind == JsonValueKind.String) yield return canonical.GetString()!;
                }
            }
        }
    }

    private static bool TryText(JsonElement holder, string name, [NotNullWhen(true)] out string? text)
        => (text = holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null) is not null;

    // One object counts as a list of one.
    private static IEnumerable<JsonElement> Items(JsonElement holder, string name)
    {
        if (holder.ValueKind != JsonValueKind.Object || !holder.TryGetProperty(name, out var value)) yield break;
        if (value.ValueKind != JsonValueKind.Array)
        {
            yield return value;
            yield break;
        }

        foreach (var item in value.EnumerateArray()) yield return item;
    }
}
