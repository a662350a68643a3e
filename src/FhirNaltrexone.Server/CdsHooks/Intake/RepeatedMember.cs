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
            return Find(document.RootElement) is { } path ? Shorten(path) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Shorten(string path)
        => path.Length <= MaxPath ? path : path[..(char.IsHighSurrogate(path[MaxPath - 1]) ? MaxPath - 1 : MaxPath)];

    private static string? Find(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => InObject(element),
        JsonValueKind.Array => InArray(element),
        _ => null,
    };

    /// <summary>Paths are put together on the way back from what was found, never for members that are only passed by.</summary>
    private static string? InObject(JsonElement element)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!names.Add(member.Name)) return member.Name;
            if (Find(member.Value) is { } inner) return inner.StartsWith('[') ? member.Name + inner : $"{member.Name}.{inner}";
        }

        return null;
    }

    private static string? InArray(JsonElement element)
    {
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            if (Find(item) is { } inner) return string.Create(CultureInfo.InvariantCulture, $"[{index}]{(inner.StartsWith('[') ? "" : ".")}{inner}");
            index++;
        }

        return null;
    }
}
