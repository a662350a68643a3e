using FhirNaltrexone.Server.Tests.Loading;
using FhirNaltrexone.Server.Validation;
using FhirNaltrexone.Server.Validation.CommandLine;
using FhirNaltrexone.Validation.Definitions;

namespace FhirNaltrexone.Server.Tests.Validation.CommandLine;

/// <summary>What the verb <c>validate</c> reads, and where it says that something is wrong.</summary>
public sealed class ValidateRunTests : IDisposable
{
    private const string Good = """{"resourceType":"Patient","id":"a"}""";
    private const string Bad = """{"resourceType":"Patient","id":"b","banana":1}""";

    private static readonly ResourceValidation Validation = OfflineValidation.Of(DefinitionSet.Core);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Files_folders_lines_packages_and_bundles_are_read()
    {
        _folder.Write("in/a.json", Good);
        _folder.Write("in/b.xml", """<Patient xmlns="http://hl7.org/fhir"><id value="x"/></Patient>""");
        _folder.Write("in/c.ndjson", $"{Good}\n{Bad}\n");
        _folder.WriteGzip("in/d.json.gz", $$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{Bad}}}]}""");
        _folder.WritePackage("p.tgz", ("package/e.json", Good), ("package/example/f.json", Bad));

        var items = Check(_folder.At("in"), _folder.At("p.tgz"));

        Assert.Equal(
            ["a.json 1 True", "b.xml 1 True", "c.ndjson 1 True", "c.ndjson 2 False", "d.json.gz 1 False", "p.tgz package/e.json 1 True", "p.tgz package/example/f.json 1 False"],
            items.Select(item => $"{Path.GetFileName(item.Place.Split(' ')[0])}{item.Place[item.Place.Split(' ')[0].Length..]} {item.FirstLine} {item.Result.IsValid}"));
        Assert.Equal("Bundle.entry[0].resource.banana", items[4].Result.Issues[0].Expression);
    }

    [Fact]
    public void The_place_of_an_issue_is_that_in_the_file()
    {
        var file = _folder.Write("a.json", "{\n  \"resourceType\": \"Patient\",\n  \"banana\": 1\n}");
        var lines = _folder.Write("a.ndjson", $"{Good}\n{Bad}\n");

        var items = Check(file, lines);

        Assert.Equal(3, items[0].LineOf(items[0].Result.Issues[0]));
        Assert.Equal(2, items[2].LineOf(items[2].Result.Issues[0]));
    }

    [Fact]
    public void What_cannot_be_read_keeps_nothing_else_from_being_read()
    {
        var broken = _folder.Write("a.json", "{");
        var lines = _folder.Write("b.ndjson", $"{Good}\nbroken\n{Good}\n");
        var package = _folder.WritePackage("c.tgz", ("../evil.json", Good));
        var good = _folder.Write("d.json", Good);

        var items = Check(broken, _folder.At("nothing"), lines, package, good);

        Assert.Equal(
            ["nothing False", "a.json False", "b.ndjson True", "b.ndjson False", "b.ndjson True", "c.tgz False", "d.json True"],
            items.Select(item => $"{Path.GetFileName(item.File)} {item.Result.IsDone}"));
    }

    [Theory]
    [InlineData(Good, "0 True")]
    [InlineData("<Patient xmlns=\"http://hl7.org/fhir\"/>", "0 True")]
    [InlineData(Good + "\n" + Bad, "1 True, 2 False")]
    [InlineData("{", "0 False")]
    [InlineData("", "0 False")]
    public void Standard_input_is_a_resource_or_lines(string text, string expected)
    {
        using var input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));

        var items = StandardItems.Read(input, new() { SplitsCollections = false });

        Assert.Equal(expected, string.Join(", ", items.Select(item => $"{item.Ordinal} {Validation.Validate(item.Content, item.IsXml, []).IsValid}")));
    }

    [Fact]
    public void A_bar_is_shown_for_many_files_on_a_terminal_only()
    {
        var files = Enumerable.Range(0, 20).Select(number => _folder.Write($"{number}.json", Good)).ToArray();
        using var shown = new StringWriter();
        using var silent = new StringWriter();

        _ = new ValidateRun(Validation, [], new(shown, isTerminal: true)).Check(files).Count();
        _ = new ValidateRun(Validation, [], new(silent, isTerminal: false)).Check(files).Count();

        Assert.Contains("of 20 files", shown.ToString(), StringComparison.Ordinal);
        Assert.Empty(silent.ToString());
    }

    public void Dispose() => _folder.Dispose();

    private static List<CheckedItem> Check(params string[] paths)
    {
        using var progress = new StringWriter();
        return [.. new ValidateRun(Validation, [], new(progress, isTerminal: false)).Check(paths)];
    }
}
