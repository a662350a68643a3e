using System.Text.Json;
using FhirNaltrexone.Server.Inputs;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Validation.CommandLine;

/// <summary>Reads what comes by standard input: one resource in JSON or XML, or NDJSON.</summary>
internal static class StandardItems
{
    private const string Name = "standard input";

    /// <summary>The items; those of NDJSON have the number of their line, a single one has none.</summary>
    public static IEnumerable<InputItem> Read(Stream input, InputLimits limits)
    {
        if (WholeReader.Read(input, limits.ItemBytes) is not { } text)
            return [Whole() with { Defect = new Issue(IssueCodes.TooLong, $"It has more than {limits.ItemBytes} bytes.") }];
        if (text.AsSpan().TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8)) return [Whole() with { Content = text, IsXml = true }];
        return HoldsSeveral(text) ? Lines(text, limits) : [Whole() with { Content = text }];
    }

    private static InputItem Whole() => new() { Place = Name, Ordinal = 0, Position = 0 };

    private static bool HoldsSeveral(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text.StartsWith("\uFEFF"u8) ? text[3..] : text, new JsonReaderOptions { AllowMultipleValues = true });
        try
        {
            return reader.Read() && reader.TrySkip() && reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<InputItem> Lines(byte[] text, InputLimits limits)
    {
        var reader = new LineReader(new MemoryStream(text), limits.ItemBytes);
        return reader.Lines().Select(line => new InputItem
        {
            Place = Name,
            Ordinal = line.Number,
            Position = 0,
            Content = line.Line,
            Defect = line.Line is null ? reader.TooLong : null,
        });
    }
}
