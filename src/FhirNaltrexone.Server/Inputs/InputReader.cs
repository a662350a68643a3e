namespace FhirNaltrexone.Server.Inputs;

/// <summary>Reads the items of a file, one after the other.</summary>
internal static class InputReader
{
    /// <summary>The items.</summary>
    /// <exception cref="ServerException">The file or package as a whole cannot be read on.</exception>
    public static IEnumerable<InputItem> Read(InputFile file, InputLimits limits) => file.Kind switch
    {
        InputKind.Lines => Lines(file, limits),
        InputKind.Package => PackageReader.Read(file, limits),
        _ => DocumentReader.Read(file, limits),
    };

    private static IEnumerable<InputItem> Lines(InputFile file, InputLimits limits)
    {
        using var input = file.Open();
        var reader = new LineReader(input.Content, limits.ItemBytes);
        foreach (var (number, line) in reader.Lines())
        {
            yield return new InputItem
            {
                Place = $"{file.Name}:{number}",
                Ordinal = number,
                Position = input.Position,
                Content = line,
                Defect = line is null ? reader.TooLong : null,
            };
        }

        if (file.IsCompressed && GzipEnd.IsMissing(file.Path, reader.Read))
        {
            throw new ServerException(ServerErrorCode.InputUnusable, $"{file.Name} cannot be read on: it is cut short.");
        }
    }
}
