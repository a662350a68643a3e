using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Tests.Definitions;

public sealed class DefinitionPackageTests
{
    private const string Profile = """{"resourceType":"StructureDefinition","url":"urn:p"}""";

    private static readonly PackageLimits Small = new(3, 1_000, 1_500, 200);

    [Fact]
    public void The_resources_in_the_package_folder_are_read_and_nothing_else()
    {
        var reading = Read(
            ("package/package.json", """{"name":"my.package","version":"1.2.3"}"""),
            ("package/StructureDefinition-p.json", Profile),
            ("package/.index.json", """{"index-version":2}"""),
            ("package/example/Patient-p.json", """{"resourceType":"Patient"}"""),
            ("package/readme.txt", "not JSON"));

        Assert.Equal(("my.package", "1.2.3"), (reading.Package!.Name, reading.Package.Version));
        Assert.Equal("urn:p", Assert.Single(reading.Package.Definitions).GetProperty("url").GetString());
    }

    [Fact]
    public void A_folder_is_read_as_well()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.CreateSubdirectory("package").FullName, "p.json"), "\uFEFF" + Profile);

            Assert.Single(DefinitionPackage.ReadFolder(folder.FullName).Package!.Definitions);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_issue() => Refuses(DefinitionPackage.ReadFolder("/no/such/folder"), IssueCodes.Structure);

    [Theory]
    [InlineData("package/../../evil.json")]
    [InlineData("/package/evil.json")]
    [InlineData("..\\evil.json")]
    public void A_name_that_leads_out_of_the_package_is_refused(string name) => Refuses(Read((name, Profile)), IssueCodes.Security);

    [Fact]
    public void Too_many_too_large_and_too_large_together_are_refused()
    {
        Refuses(Read(Small, [.. Enumerable.Range(0, 4).Select(index => ($"package/{index}.json", Profile))]), IssueCodes.TooLong);
        Refuses(Read(Small, ("package/a.txt", new string('a', 1_001))), IssueCodes.TooLong);
        Refuses(Read(Small, ("package/a.txt", new string('a', 900)), ("package/b.txt", new string('b', 900))), IssueCodes.TooLong);
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
        => Refuses(Read(PackageLimits.Usual with { MaxRatio = 20 }, ("package/a.txt", new string('a', 8 << 20)), ("package/b.json", Profile)), IssueCodes.TooLong);

    [Theory]
    [InlineData("[")]
    [InlineData("[1]")]
    public void A_file_that_is_no_JSON_object_is_refused(string text) => Refuses(Read(("package/a.json", text)), IssueCodes.Structure);

    [Fact]
    public void What_is_no_archive_is_refused()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("no archive at all"));

        Refuses(DefinitionPackage.Read(stream), IssueCodes.Structure);
    }

    private static void Refuses(PackageReading reading, string code)
    {
        Assert.Null(reading.Package);
        Assert.Equal(code, Assert.Single(reading.Issues).Code);
    }

    private static PackageReading Read(params (string Name, string Text)[] files) => Read(PackageLimits.Usual, files);

    private static PackageReading Read(PackageLimits limits, params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var packing = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        using (var archive = new TarWriter(packing))
        {
            foreach (var (name, text) in files)
                archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
        }

        stream.Position = 0;
        return DefinitionPackage.Read(stream, limits);
    }
}
