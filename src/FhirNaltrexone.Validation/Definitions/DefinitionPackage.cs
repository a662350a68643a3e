using System.Text.Json;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Definitions;

/// <summary>
/// A package of FHIR: a gzipped tar, or a folder with its content, which holds package/package.json and one resource per JSON file
/// (https://confluence.hl7.org/display/FHIR/NPM+Package+Specification). Examples and other folders are left out.
/// </summary>
/// <param name="Name">Name of the package; empty when it has no package.json.</param>
/// <param name="Version">Version of the package; empty when it has no package.json.</param>
/// <param name="Definitions">The resources.</param>
public sealed record DefinitionPackage(string Name, string Version, IReadOnlyList<JsonElement> Definitions)
{
    private const string Manifest = "package.json";

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Nesting.Resource };

    /// <summary>Reads a gzipped tar. Nothing is written to disk.</summary>
    /// <param name="stream">The package; left open.</param>
    /// <param name="limits">How much is taken; null for the usual limits.</param>
    public static PackageReading Read(Stream stream, PackageLimits? limits = null)
        => Read(new PackageArchive(stream, limits ?? PackageLimits.Usual));

    /// <summary>Reads a folder that holds the files of a package, or a folder "package" with them.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="limits">How much is taken; null for the usual limits.</param>
    public static PackageReading ReadFolder(string path, PackageLimits? limits = null)
        => Read(new PackageFolder(path, limits ?? PackageLimits.Usual));

    private static PackageReading Read(IPackageFiles files)
    {
        var (manifest, definitions) = (default(JsonElement), new List<JsonElement>());
        try
        {
            foreach (var (name, text) in files.Read())
            {
                if (Parse(name, text) is not { } json) return new(null, [Malformed(name)]);
                if (name == Manifest) manifest = json;
                else if (json.TryGetProperty("resourceType", out _)) definitions.Add(json);
            }
        }
        catch (PackageFault fault)
        {
            return new(null, [fault.Issue]);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return new(null, [new(IssueCodes.Structure, "The package cannot be read: send a gzipped tar that is not damaged, or name a folder.")]);
        }

        return new(new(Text(manifest, "name"), Text(manifest, "version"), definitions), []);
    }

    private static JsonElement? Parse(string name, ReadOnlyMemory<byte> text)
    {
        if (text.Span.StartsWith("\uFEFF"u8)) text = text[3..];
        try
        {
            var root = JsonDocument.Parse(text, Options).RootElement;
            return root.ValueKind == JsonValueKind.Object || name == Manifest ? root : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Issue Malformed(string name) => new(IssueCodes.Structure, $"The file {name} of the package is not a JSON object of at most {Nesting.Resource} levels.");

    private static string Text(JsonElement holder, string name)
        => holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
