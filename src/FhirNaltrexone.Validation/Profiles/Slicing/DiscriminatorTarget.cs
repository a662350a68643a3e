using System.Text.Json;
using FhirNaltrexone.Validation.Profiles.Schemas;
using FhirNaltrexone.Validation.Profiles.Snapshots;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Slicing;

/// <summary>Finds what a slice says of the element to which a discriminator points, into other profiles if need be.</summary>
/// <param name="snapshots">Gives snapshots of profiles.</param>
internal sealed class DiscriminatorTarget(SnapshotCatalogue snapshots)
{
    private const string Resolve = "resolve()";
    private const string Extension = "extension(";

    /// <summary>Where the path leads; to several points when types or profiles give a choice; to none when nothing is said.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="path">The path of the discriminator.</param>
    public IReadOnlyList<SlicePoint> Find(SnapshotNode slice, string path)
    {
        IReadOnlyList<SlicePoint> points = [new(slice, default)];
        foreach (var step in Steps(path)) points = [.. points.SelectMany(point => Step(point, step))];
        return points;
    }

    /// <summary>Canonicals of the profiles to which the target of a reference must conform.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="path">A path that ends with resolve().</param>
    public IReadOnlyList<string> ReferenceProfiles(SnapshotNode slice, string path)
    {
        IReadOnlyList<SlicePoint> points = [new(slice, default)];
        foreach (var step in Steps(path).Where(step => step != Resolve)) points = [.. points.SelectMany(point => Step(point, step))];
        return [.. points.SelectMany(point => Targets(point.Node))];
    }

    private static IEnumerable<string> Targets(SnapshotNode? node)
        => node is null ? [] : node.Element.Items("type").Where(type => type.Text("code") == "Reference").SelectMany(type => type.Texts("targetProfile"));

    private IEnumerable<SlicePoint> Step(SlicePoint point, string step)
    {
        if (step == "$this" || step.StartsWith("ofType(", StringComparison.Ordinal)) return [point];
        if (point.Node is not { } node) return Parts(point.Value, step);
        if (step == Resolve) return Trees(Targets(node));
        if (step.StartsWith(Extension, StringComparison.Ordinal)) return Extensions(node, step[Extension.Length..^1].Trim('\'', '"'));
        if (node.Child(step) is { } child) return Choices(child);
        if ((node.Element.Choice("fixed") ?? node.Element.Choice("pattern")) is { } value) return Parts(value.Value, step);

        // The slice does not go so deep itself: what the profile of its type says counts.
        return Trees(node.Element.Items("type").SelectMany(TypeProfiles.Of)).SelectMany(tree => Step(tree, step));
    }

    /// <summary>Of a choice whose types are told one by one, these say more than the choice.</summary>
    private static IEnumerable<SlicePoint> Choices(SnapshotNode node)
        => node.Path.EndsWith("[x]", StringComparison.Ordinal) && node.Slices.Count > 0 ? node.Slices.Select(At) : [At(node)];

    private static IEnumerable<SlicePoint> Parts(JsonElement value, string step) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Parts(item, step)),
        JsonValueKind.Object when value.TryGetProperty(step, out var part) => [new(null, part)],
        _ => [],
    };

    private static IEnumerable<SlicePoint> Extensions(SnapshotNode node, string url)
        => (node.Child("extension")?.Slices ?? [])
            .Where(slice => slice.Element.Items("type").SelectMany(TypeProfiles.Of).Contains(url) || slice.Child("url")?.Element.Text("fixedUri") == url)
            .Select(At);

    private static SlicePoint At(SnapshotNode node) => new(node, default);

    private IEnumerable<SlicePoint> Trees(IEnumerable<string> urls) => urls.Select(snapshots.Find).OfType<SnapshotNode>().Select(At);

    private static IEnumerable<string> Steps(string path)
    {
        var (start, depth) = (0, 0);
        for (var at = 0; at < path.Length; at++)
        {
            depth += path[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (path[at] != '.' || depth > 0) continue;
            yield return path[start..at];
            start = at + 1;
        }

        yield return path[start..];
    }
}
