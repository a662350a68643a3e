using FhirNaltrexone.Server.Conformance;
using FhirNaltrexone.Server.Conformance.Scripts;
using FhirNaltrexone.Server.Tests.Hostile;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Server.Validation;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Tests.Conformance;

/// <summary>The TestScripts of conformance/testscripts pass against our own server, by the verb a tester would use.</summary>
public sealed class OwnScriptsTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    private static readonly string Folder = Path.Combine(Repository.Root, "conformance", "testscripts");

    public static TheoryData<string> Scripts => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_script_passes_and_its_report_is_FHIR_R4(string script)
    {
        var reports = Directory.CreateTempSubdirectory("fhir-naltrexone-reports-").FullName;

        var exit = await RunAsync("--server", $"{server.Address}fhir", "--out", reports, Path.Combine(Folder, script));

        var report = new ContentReader().FromJson(await File.ReadAllBytesAsync(Assert.Single(Directory.EnumerateFiles(reports)), TestContext.Current.CancellationToken));
        Directory.Delete(reports, recursive: true);
        Assert.Empty(report.Issues);
        Assert.True(exit == TestExit.Passed, report.Content!.Root.GetRawText());
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_stands_under_its_id_and_says_what_each_test_shows(string script)
    {
        var text = File.ReadAllBytes(Path.Combine(Folder, script));

        var reading = ScriptReader.Read(text, Folder);

        Assert.DoesNotContain(new OfflineValidation().Validate(text, "http://hl7.org/fhir/StructureDefinition/TestScript"), issue => issue.Severity <= IssueSeverity.Error);
        Assert.Empty(reading.Issues);
        Assert.Equal(script, $"{reading.Script!.Id}.json");
        Assert.All(reading.Script.Tests, test => Assert.False(string.IsNullOrEmpty(test.Name) || string.IsNullOrEmpty(test.Description)));
    }

    [Fact]
    public async Task A_server_that_fails_gives_exit_code_1_and_a_script_that_cannot_be_read_2()
    {
        var folder = Directory.CreateTempSubdirectory("fhir-naltrexone-scripts-").FullName;
        var outside = Path.Combine(folder, "outside.json");
        await File.WriteAllTextAsync(outside, """
            {"resourceType":"TestScript","url":"http://example.org/s","name":"S","status":"active",
             "fixture":[{"id":"f","autocreate":false,"autodelete":false,"resource":{"reference":"../../../../etc/hostname"}}]}
            """, TestContext.Current.CancellationToken);

        Assert.Equal(TestExit.Failed, await RunAsync("--server", $"{server.Address}nothing", Path.Combine(Folder, "capabilities.json")));
        Assert.Equal(TestExit.Unusable, await RunAsync("--server", $"{server.Address}fhir", outside));
        Assert.Equal(TestExit.Unusable, await RunAsync("--server", $"{server.Address}fhir", Path.Combine(folder, "nothing")));
        Directory.Delete(folder, recursive: true);
    }

    private static Task<int> RunAsync(params string[] arguments)
        => TestCommand.Create((json, _) => new ContentReader().FromJson(json).Issues).Parse(arguments).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
}
