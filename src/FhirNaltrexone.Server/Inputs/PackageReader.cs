using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Inputs;

/// <summary>Reads the resources of a package. Of a FHIR package what describes it is left out, and its examples unless asked for.</summary>
internal static class PackageReader
{
    private static readonly string[] ExampleFolders = ["package/example/", "package/examples/"];
    private static readonly string[] Descriptions = ["package/package.json", "package/other/", "package/openapi/", "package/xml/"];

    /// <summary>Each document or line of the package.</summary>
    /// <exception cref="ServerException">Something in it is hostile or damaged; then nothing of it is read.</exception>
    public static IEnumerable<InputItem> Read(InputFile file, InputLimits limits)
    {
        PackageGuard.Check(file, limits);
        long ordinal = 0;
        foreach (var entry in PackageEntries.Read(file, limits))
        {
            if (entry.Content is null || !IsMeant(entry.Name, limits)) continue;

            foreach (var item in Items(file, entry, limits))
            {
                yield return item with { Ordinal = ++ordinal, Position = entry.Position };
            }
        }
    }

    private static bool IsMeant(string name, InputLimits limits)
        => (limits.TakesExamples || !ExampleFolders.Any(folder => name.StartsWith(folder, StringComparison.Ordinal)))
            && !Descriptions.Any(description => name.StartsWith(description, StringComparison.Ordinal))
            && !Path.GetFileName(name).StartsWith('.');

    private static IEnumerable<InputItem> Items(InputFile file, PackageEntry entry, InputLimits limits)
    {
        var place = $"{file.Name} {entry.Name}";
        return InputFile.FromName(entry.Name, entry.Name) switch
        {
            { IsCompressed: false, Kind: InputKind.Document } => [Document(place, entry, limits)],
            { IsCompressed: false, Kind: InputKind.Lines } => Lines(place, entry, limits),
            _ => [],
        };
    }

    private static InputItem Document(string place, PackageEntry entry, InputLimits limits)
    {
        var content = WholeReader.Read(entry.Content!, limits.ItemBytes);
        return new InputItem
        {
            Place = place,
            Ordinal = 0,
            Position = 0,
            Content = content,
            IsXml = entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase),
            Defect = content is null ? new Issue(IssueCodes.TooLong, $"It has more than {limits.ItemBytes} bytes.") : null,
        };
    }

    private static IEnumerable<InputItem> Lines(string place, PackageEntry entry, InputLimits limits)
    {
        var reader = new LineReader(entry.Content!, limits.ItemBytes);
        return reader.Lines().Select(numbered => new InputItem
        {
            Place = $"{place}:{numbered.Number}",
            Ordinal = 0,
            Position = 0,
            Content = numbered.Line,
            Defect = numbered.Line is null ? reader.TooLong : null,
        });
    }
}
