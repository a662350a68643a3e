using System.Text.Json;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Conformance.Scripts;

/// <summary>Reads TestScripts.</summary>
internal static class ScriptReader
{
    /// <summary>Reads a script.</summary>
    /// <param name="text">JSON or XML.</param>
    /// <param name="folder">Folder that files named by fixtures are in; null for none.</param>
    public static ScriptReading Read(ReadOnlyMemory<byte> text, string? folder)
    {
        // Scripts of others are run although their structure is not quite that of R4: many name media types by short codes of older versions.
        var reading = ContentReader.Unchecked(text, isXml: text.Span.TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8));
        if (reading.Content is not { } content) return new(null, reading.Issues);
        return content.Type == "TestScript"
            ? Read(content.Root, new FixtureFiles(content.Root, folder))
            : ScriptReading.Bad(IssueCodes.Value, $"This is a {content.Type}, not a TestScript.", "resourceType");
    }

    private static ScriptReading Read(JsonElement json, FixtureFiles files)
    {
        var fixtures = new List<ScriptFixture>();
        foreach (var (fixture, index) in json.Items("fixture").Select((fixture, index) => (fixture, index)))
        {
            var at = $"TestScript.fixture[{index}]";
            if (fixture.Text("id") is not { } id) return ScriptReading.Bad(IssueCodes.Required, "The fixture has no id, by which actions could name it.", at);
            var reference = fixture.Member("resource")?.Text("reference");
            if (reference is null || files.Find(reference) is not { } resource)
                return ScriptReading.Bad(IssueCodes.NotFound, "The resource of the fixture is neither contained nor a readable file below the folder of the script.", $"{at}.resource");
            fixtures.Add(new(id, fixture.Flag("autocreate"), fixture.Flag("autodelete"), resource));
        }

        return new(Script(json, fixtures), []);
    }

    private static TestScript Script(JsonElement json, IReadOnlyList<ScriptFixture> fixtures) => new()
    {
        Id = json.Text("id") ?? json.Text("name") ?? "script",
        Url = json.Text("url") ?? "",
        Name = json.Text("name") ?? "",
        Fixtures = fixtures,
        Profiles = json.Items("profile").Where(profile => profile.Text("id") is not null)
            .GroupBy(profile => profile.Text("id")!).ToDictionary(group => group.Key, group => group.First().Text("reference") ?? ""),
        Variables = json.Items("variable").Select(Variable).GroupBy(variable => variable.Name).ToDictionary(group => group.Key, group => group.Last()),
        Setup = Actions(json.Member("setup")),
        Tests = [.. json.Items("test").Select(test => new ScriptTest(test.Text("name"), test.Text("description"), Actions(test)))],
        Teardown = Actions(json.Member("teardown")),
    };

    private static ScriptVariable Variable(JsonElement json) => new(
        json.Text("name") ?? "", json.Text("defaultValue"), json.Text("sourceId"), json.Text("headerField"), json.Text("expression"), json.Text("path"));

    private static IReadOnlyList<ScriptAction> Actions(JsonElement? holder)
        => holder is not { } json ? [] : [.. json.Items("action").Select(action => new ScriptAction(
            action.Member("operation") is { } operation ? ScriptOperation.Read(operation) : null,
            action.Member("assert") is { } assertion ? ScriptAssertion.Read(assertion) : null))];
}
