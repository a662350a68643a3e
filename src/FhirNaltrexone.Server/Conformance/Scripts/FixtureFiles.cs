using System.Text.Json;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Conformance.Scripts;

/// <summary>Finds the resources that fixtures name: those contained in the script, and files below its folder.</summary>
/// <param name="script">The script.</param>
/// <param name="folder">Folder of the script; null when it has none, and so no files.</param>
internal sealed class FixtureFiles(JsonElement script, string? folder)
{
    private const int MaxBytes = 16 << 20;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Nesting.Resource };

    /// <summary>The resource; null when it is not there or cannot be read.</summary>
    /// <param name="reference"><c>#id</c>, or a path below the folder of the script, such as <c>Patient/example</c> for <c>Patient/example.json</c>.</param>
    public JsonElement? Find(string reference)
        => reference.StartsWith('#')
            ? script.Items("contained").Where(one => one.Text("id") == reference[1..]).Select(one => (JsonElement?)one).FirstOrDefault()
            : (Path(reference) ?? Path(reference + ".json")) is { } path ? Read(path) : null;

    private string? Path(string reference)
    {
        if (folder is null || System.IO.Path.IsPathRooted(reference)) return null;
        var root = System.IO.Path.GetFullPath(folder) + System.IO.Path.DirectorySeparatorChar;
        var path = System.IO.Path.GetFullPath(reference, root);
        return path.StartsWith(root, StringComparison.Ordinal) && new FileInfo(path) is { Exists: true, Length: <= MaxBytes } ? path : null;
    }

    // A fixture may be broken on purpose, or hold variables where no variable could stand: JSON is all that is asked of it.
    private static JsonElement? Read(string path)
    {
        var text = File.ReadAllBytes(path);
        if (path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) return ContentReader.Unchecked(text, isXml: true).Content?.Root;
        try
        {
            return JsonDocument.Parse(text, Options).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
