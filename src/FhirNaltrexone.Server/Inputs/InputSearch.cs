namespace FhirNaltrexone.Server.Inputs;

/// <summary>Finds the files that paths mean: in the order of the paths, within a folder by name.</summary>
internal static class InputSearch
{
    private static readonly EnumerationOptions Recursive = new()
    {
        RecurseSubdirectories = true,

        // Links could lead round in circles, or out of the folder.
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>The files; those of folders only if their name tells what they hold.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <exception cref="ServerException">A path leads nowhere, or to nothing that could be loaded.</exception>
    public static IReadOnlyList<InputFile> Find(IEnumerable<string> paths) => [.. paths.SelectMany(Find)];

    private static IReadOnlyList<InputFile> Find(string path)
    {
        if (File.Exists(path)) return [InputFile.FromName(path, path) ?? new InputFile(path, path, InputKind.Document, IsCompressed: false)];
        if (!Directory.Exists(path)) throw new ServerException(ServerErrorCode.InputUnusable, $"{path} is no file or folder.");

        InputFile[] files =
        [
            .. Directory.EnumerateFiles(path, "*", Recursive)
                .OrderBy(file => file, StringComparer.Ordinal)
                .Select(file => InputFile.FromName(file, file))
                .OfType<InputFile>(),
        ];
        return files.Length > 0 ? files : throw new ServerException(ServerErrorCode.InputUnusable, $"{path} holds no file named *.json, *.xml, *.ndjson, *.tgz, or one of these with .gz.");
    }
}
