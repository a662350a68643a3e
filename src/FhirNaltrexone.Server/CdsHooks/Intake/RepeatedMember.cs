using System.Globalization;
using System.Text.Json;

namespace FhirNaltrexone.Server.CdsHooks.Intake;

/// <summary>Finds which member a refused body gives twice. Slow, and asked only when reading has failed.</summary>
internal static class RepeatedMember
{
    private const int MaxPath = 256;

    /// <summary>The path of the first member that is there twice; null when there is none, or the text is no JSON at all.</summary>
    /// <param name="json">The text.</param>
    /// <param name="maxDepth">Deepest nesting read.</param>
    public static string? Find(ReadOnlyMemory<byte> json, int maxDepth)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = maxDepth });
            return Find(document.RootElement, string.Empty) is { } path ? path[..Math.Min(path.Length, MaxPath)] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Find(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => InObject(element, path),
        JsonValueKind.Array => InArray(element, path),
        _ => null,
    };

    private static string? InObject(JsonElement element, string path)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var inner = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (!names.Add(member.Name)) return inner;
            if (Find(member.Value, inner) is { } found) return found;
        }

        return null;
    }

    private static string? InArray(JsonElement element, string path)
    {
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            if (Find(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]")) is { } found) return found;
        }

        return null;
    }
}
