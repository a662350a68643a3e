using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Server.Validation;
using FhirNaltrexone.Server.Validation.CommandLine;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Tests.Validation;

/// <summary><c>$validate</c> and the command line say the same of every case of conformance/cases.csv, to the place.</summary>
public sealed class AgreementTests(SharedFhir shared) : IClassFixture<SharedFhir>
{
    private const int FewestCases = 200;

    private readonly FhirHttp _fhir = shared.WithOwn();

    [Fact]
    public async Task Both_say_the_same_of_every_case()
    {
        var cases = Repository.Read("conformance/cases.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(',')).Select(cells => (File: cells[0], Profile: cells[1])).Distinct().ToList();
        var validation = OfflineValidation.Of(KnownDefinitions.Read("", []));
        var differences = new List<string>();

        foreach (var (file, profile) in cases)
        {
            var path = Path.Combine(Repository.Root, file);
            var item = new ValidateRun(validation, [profile], new(TextWriter.Null, isTerminal: false)).Check([path]).Single();
            var served = await ServedAsync(path, profile);
            if (served != Told(item.Result)) differences.Add($"{file}\n  served: {served}\n  told:   {Told(item.Result)}");
        }

        Assert.InRange(cases.Count, FewestCases, int.MaxValue);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private async Task<string> ServedAsync(string path, string profile)
    {
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var type = (string)JsonNode.Parse(text)!["resourceType"]!;
        using var response = await _fhir.SendBytesAsync("POST", $"/fhir/{type}/$validate?profile={Uri.EscapeDataString(profile)}", Encoding.UTF8.GetBytes(text));
        var issues = (await response.JsonAsync())["issue"]!.AsArray()
            .Where(issue => (string?)issue!["code"] != IssueCodes.Informational)
            .Select(issue => string.Join(' ', issue!["severity"], issue["code"], issue["details"]?["coding"]?[0]?["code"], issue["expression"]?[0], issue["extension"]?[0]?["valueInteger"], issue["extension"]?[1]?["valueInteger"]));
        return $"{(int)response.StatusCode == 200} {string.Join("; ", issues)}";
    }

    private static string Told(ValidationResult result)
    {
        var issues = result.Issues
            .Where(issue => issue.Code != IssueCodes.Informational)
            .Select(issue => string.Join(' ', issue.Severity.ToString().ToLowerInvariant(), issue.Code, issue.MessageId, issue.Expression, issue.Line, issue.Column));
        return $"{result.IsDone} {string.Join("; ", issues)}";
    }
}
