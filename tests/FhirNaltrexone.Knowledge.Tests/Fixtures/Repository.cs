using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Tests.Fixtures;

/// <summary>The committed content, found from the repository root.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Profiles => Path.Combine(Root, "profiles");

    public static string Generated => Path.Combine(Profiles, "generated");

    /// <summary>Files below a folder as paths relative to <c>profiles</c> with forward slashes, sorted.</summary>
    public static IReadOnlyList<string> FilesBelow(string folder)
        => [.. Directory.EnumerateFiles(Path.Combine(Profiles, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Profiles, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> ResourceFiles => FilesBelow("generated/resources");

    public static JsonElement Json(string path) => JsonElement.Parse(File.ReadAllBytes(Path.Combine(Profiles, path)));

    public static IEnumerable<JsonElement> Resources(string type)
        => ResourceFiles.Where(file => Path.GetFileName(file).StartsWith($"{type}-", StringComparison.Ordinal)).Select(Json);

    private static string FindRoot(string folder)
        => File.Exists(Path.Combine(folder, "FhirNaltrexone.sln"))
            ? folder
            : FindRoot(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new DirectoryNotFoundException("The repository root is not above the tests."));
}
