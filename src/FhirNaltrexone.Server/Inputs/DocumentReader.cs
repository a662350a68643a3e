using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Inputs;

/// <summary>Reads a file that holds one resource or bundle. A collection of any size is streamed; the rest must fit into memory.</summary>
internal static class DocumentReader
{
    private static readonly string[] Streamed = ["collection", "searchset"];

    private const int SniffedBytes = 1024;
    private const int MarkBytes = 3;

    /// <summary>The document as one item, or each entry of a collection as one.</summary>
    public static IEnumerable<InputItem> Read(InputFile file, InputLimits limits)
    {
        var (first, hasMark) = Sniff(file);
        return limits.SplitsCollections && first == '{' && IsStreamed(file, hasMark, limits) ? Entries(file, hasMark, limits) : [Whole(file, limits, isXml: first == '<')];
    }

    private static InputItem Whole(InputFile file, InputLimits limits, bool isXml)
    {
        using var input = file.Open();
        var content = WholeReader.Read(input.Content, limits.ItemBytes);
        return new InputItem
        {
            Place = file.Name,
            Ordinal = 1,
            Position = input.Position,
            Content = content,
            IsXml = isXml,
            Defect = content is null ? new Issue(IssueCodes.TooLong, $"It has more than {limits.ItemBytes} bytes and is no collection.") : null,
        };
    }

    private static IEnumerable<InputItem> Entries(InputFile file, bool hasMark, InputLimits limits)
    {
        using var input = OpenText(file, hasMark);
        var index = 0;
        foreach (var entry in new BundleScanner(input.Content, limits.ItemBytes).Entries())
        {
            yield return BundleEntries.Item(file.Name, index, entry) with { Ordinal = index + 1, Position = input.Position };
            index++;
        }
    }

    private static bool IsStreamed(InputFile file, bool hasMark, InputLimits limits)
    {
        using var input = OpenText(file, hasMark);
        var scanner = new BundleScanner(input.Content, limits.ItemBytes);
        try
        {
            scanner.FindTypes();
        }
        catch (JsonException)
        {
            // Read as a whole, it is refused with the place of the defect.
            return false;
        }

        return scanner.ResourceType == "Bundle" && Streamed.Contains(scanner.BundleType);
    }

    /// <summary>The first character that is not white space, and whether a byte order mark comes before it.</summary>
    private static (char First, bool HasMark) Sniff(InputFile file)
    {
        using var input = file.Open();
        var start = new byte[SniffedBytes];
        var text = start.AsSpan(0, input.Content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        var hasMark = text.StartsWith("\uFEFF"u8);
        var rest = (hasMark ? text[MarkBytes..] : text).TrimStart(" \t\r\n"u8);
        return (rest.IsEmpty ? '\0' : (char)rest[0], hasMark);
    }

    private static OpenedInput OpenText(InputFile file, bool hasMark)
    {
        var input = file.Open();
        if (hasMark) input.Content.ReadExactly(new byte[MarkBytes]);
        return input;
    }
}
