using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using FhirNaltrexone.Knowledge.Tests.Fixtures;

namespace FhirNaltrexone.Knowledge.Tests.Content;

/// <summary>Where README counts what lies in a file, the number is that of the file.</summary>
public sealed class ReadmeNumberTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    public static TheoryData<string, int> Counts => new()
    {
        { @"each of (\d+) checks of a resource with one defect", ConformanceCase.All.Count(row => !row.IsValid) },
        { @"each of (\d+) others none", ConformanceCase.All.Count(row => row.IsValid) },
        { @"(\d+) searches with the answer derived by hand", Files("conformance/search").Sum(file => Json(file).GetProperty("cases").GetArrayLength()) },
        { @"the (\d+) CDS Hooks 2.0 statements", Statements().Count },
        { @"(\d+) are proved by tests", Statements().Count(status => status == "proven") },
        { @"(\d+) do not apply", Statements().Count(status => status == "not-applicable") },
        { @"(\d+) are not proved yet", Statements().Count(status => status == "not-yet") },
        { @"(\d+) profiles, with", Repository.Resources("StructureDefinition").Count(definition => definition.GetProperty("type").GetString() != "Extension") },
        { @"on (\d+) random patients", Files("conformance/cql-oracle").Sum(file => Lines(file) - 1) },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void A_number_is_that_of_the_files(string words, int count)
        => Assert.Equal(count, int.Parse(Regex.Match(Readme, words).Groups[1].Value, CultureInfo.InvariantCulture));

    [Fact]
    public void There_are_over_1000_cases_of_cards()
    {
        Assert.Contains("Over 1,000 cases", Readme, StringComparison.Ordinal);
        Assert.True(Files("conformance/cds-hooks/cases").Length + Files("conformance/cds-hooks/scenarios").Length > 1000);
    }

    private static List<string> Statements()
        => [.. File.ReadLines(Path.Combine(Repository.Root, "conformance", "requirements.csv")).Skip(1).Select(row => row.Split(',')[2])];

    private static string[] Files(string folder) => Directory.GetFiles(Path.Combine(Repository.Root, folder));

    private static JsonElement Json(string file) => JsonElement.Parse(File.ReadAllBytes(file));

    private static int Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var count = 0;
        while (reader.ReadLine() is not null) count++;
        return count;
    }
}
