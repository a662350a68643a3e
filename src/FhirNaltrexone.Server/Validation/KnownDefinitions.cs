using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Validation.Definitions;

namespace FhirNaltrexone.Server.Validation;

/// <summary>Puts together what resources are validated against: R4 itself, our own guide, and packages.</summary>
internal static class KnownDefinitions
{
    private const string Own = "resources/";

    /// <summary>The definitions.</summary>
    /// <param name="coreFolder">Folder with a core package; empty for the one that travels with this program.</param>
    /// <param name="packages">Packages, files or folders; later ones win.</param>
    /// <exception cref="ServerException">A package cannot be read, or is refused.</exception>
    public static DefinitionSet Read(string coreFolder, IEnumerable<string> packages)
    {
        var core = coreFolder.Length == 0 ? DefinitionSet.Core : DefinitionSet.Empty.With(Package(coreFolder));
        return packages.Aggregate(core.With(OwnContent()), (known, package) => known.With(Checked(package)));
    }

    private static IEnumerable<JsonElement> OwnContent() => EmbeddedContent.Read()
        .Where(file => file.Path.StartsWith(Own, StringComparison.Ordinal))
        .Select(file => JsonDocument.Parse(file.Content).RootElement);

    private static IReadOnlyList<JsonElement> Checked(string path)
    {
        var definitions = Package(path);
        var defect = definitions.Select(ProfileStructure.FindDefect).FirstOrDefault(found => found is not null);
        return defect is null
            ? definitions
            : throw new ServerException(ServerErrorCode.InputUnusable, $"{path} cannot be used, it has a profile that is no FHIR R4: {defect.Expression}: {defect.Text}");
    }

    private static IReadOnlyList<JsonElement> Package(string path)
    {
        var reading = Read(path);
        return reading.Package?.Definitions
            ?? throw new ServerException(ServerErrorCode.InputUnusable, $"{path} cannot be used: {string.Join(' ', reading.Issues.Select(issue => issue.Text))}");
    }

    private static PackageReading Read(string path)
    {
        if (Directory.Exists(path)) return DefinitionPackage.ReadFolder(path);
        try
        {
            using var file = File.OpenRead(path);
            return DefinitionPackage.Read(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ServerException(ServerErrorCode.InputUnusable, $"{path} is no file or folder that can be read.");
        }
    }
}
