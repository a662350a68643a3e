using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using FhirNaltrexone.Knowledge.Tests.Fixtures;

namespace FhirNaltrexone.Knowledge.Tests.Content;

/// <summary>The committed package holds the guide as the FHIR package format wants it.</summary>
public sealed class PackageTests
{
    private static readonly IReadOnlyList<(string Name, byte[] Content)> Entries = [.. Read()];

    [Fact]
    public void Holds_every_artifact_and_example_as_it_is_committed()
    {
        var committed = Folder("generated/resources", "package").Concat(Folder("generated/examples", "package/example")).ToDictionary();

        var packed = Entries.Where(entry => !IsAbout(entry.Name)).ToDictionary(entry => entry.Name, entry => entry.Content);

        Assert.Equal(committed.Keys.Order(StringComparer.Ordinal), packed.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([], committed.Where(file => !packed[file.Key].AsSpan().SequenceEqual(file.Value)).Select(file => file.Key));
    }

    [Fact]
    public void Describes_itself_as_an_implementation_guide_on_R4()
    {
        var about = Json("package/package.json");

        Assert.Equal(("fhir.naltrexone", "0.1.0", "IG"), (Text(about, "name"), Text(about, "version"), Text(about, "type")));
        Assert.Equal("https://fhirnaltrexone.example.org/fhir", Text(about, "canonical"));
        Assert.Equal("4.0.1", Text(about.GetProperty("dependencies"), "hl7.fhir.r4.core"));
        Assert.Equal(["4.0.1"], about.GetProperty("fhirVersions").EnumerateArray().Select(version => version.GetString()));
    }

    [Theory]
    [InlineData("package/")]
    [InlineData("package/example/")]
    public void Each_folder_has_an_index_of_its_files_by_type_and_address(string folder)
    {
        var files = Entries.Where(entry => entry.Name.StartsWith(folder, StringComparison.Ordinal) && !entry.Name[folder.Length..].Contains('/') && !IsAbout(entry.Name))
            .Select(entry => (File: entry.Name[folder.Length..], Resource: Json(entry.Name)))
            .Select(entry => (entry.File, Text(entry.Resource, "resourceType"), Text(entry.Resource, "id"), Text(entry.Resource, "url")));

        var index = Json($"{folder}.index.json");

        Assert.Equal(2, index.GetProperty("index-version").GetInt32());
        Assert.Equal(files, index.GetProperty("files").EnumerateArray().Select(file => (Text(file, "filename")!, Text(file, "resourceType"), Text(file, "id"), Text(file, "url"))));
    }

    [Fact]
    public void Carries_nothing_of_the_machine_that_made_it()
    {
        using var stream = File.OpenRead(PackageFile);
        Span<byte> header = stackalloc byte[10];
        stream.ReadExactly(header);

        Assert.Equal([0, 0, 0, 0], header[4..8].ToArray());
        Assert.All(Headers(), entry => Assert.Equal((DateTimeOffset.UnixEpoch, 0, 0), (entry.ModificationTime, entry.Uid, entry.Gid)));
    }

    private static string PackageFile => Path.Combine(Repository.Generated, "fhir.naltrexone.tgz");

    private static bool IsAbout(string name) => name.EndsWith("/package.json", StringComparison.Ordinal) || name.EndsWith("/.index.json", StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, byte[]>> Folder(string source, string prefix)
        => Repository.FilesBelow(source).Select(file => KeyValuePair.Create($"{prefix}/{Path.GetFileName(file)}", Unix(File.ReadAllBytes(Path.Combine(Repository.Profiles, file)))));

    // A checkout may have made other line ends.
    private static byte[] Unix(byte[] text) => [.. text.Where(b => b != '\r')];

    private static JsonElement Json(string name) => JsonElement.Parse(Entries.Single(entry => entry.Name == name).Content);

    private static string? Text(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<(string Name, byte[] Content)> Read()
    {
        using var stream = File.OpenRead(PackageFile);
        using var unpacked = new GZipStream(stream, CompressionMode.Decompress);
        using var tar = new TarReader(unpacked);
        while (tar.GetNextEntry() is { } entry)
        {
            using var content = new MemoryStream();
            entry.DataStream?.CopyTo(content);
            yield return (entry.Name, content.ToArray());
        }
    }

    private static IEnumerable<TarEntry> Headers()
    {
        using var stream = File.OpenRead(PackageFile);
        using var unpacked = new GZipStream(stream, CompressionMode.Decompress);
        using var tar = new TarReader(unpacked);
        while (tar.GetNextEntry() is { } entry) yield return entry;
    }
}
