namespace FhirNaltrexone.Server.Conformance;

/// <summary>Finds the scripts that paths mean: files as they are, of a folder those named *.json or *.xml, by name.</summary>
internal static class ScriptFiles
{
    /// <summary>The files; null for a path that leads nowhere.</summary>
    public static IReadOnlyList<string>? Find(string path)
        => File.Exists(path) ? [path]
            : !Directory.Exists(path) ? null
            : [.. Directory.EnumerateFiles(path).Where(IsScript).Order(StringComparer.Ordinal)];

    private static bool IsScript(string file) => Path.GetExtension(file).ToUpperInvariant() is ".JSON" or ".XML";
}
