using System.Text;
using FhirNaltrexone.Server.Tests.Loading;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Validation.CommandLine;
using FhirNaltrexone.Server.Validation;
using FhirNaltrexone.Server.Validation.CommandLine;

namespace FhirNaltrexone.Server.Tests.Hostile.Profiles;

/// <summary>Profiles that clients supply may be costly, circular or nonsense: whoever asks for them gets an answer, and the process lives.</summary>
public sealed class HostileProfileTests(ProfileProcess process) : IClassFixture<ProfileProcess>, IDisposable
{
    private static readonly int[] Answers = [200, 400, 422];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. HostileProfiles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_server_answers_and_lives(string name)
    {
        var path = $"/fhir/Patient/$validate?profile={Uri.EscapeDataString(HostileProfiles.Canonical(name))}";

        using var response = await process.Server.Client.PostAsync(path, new StringContent(HostileProfiles.Patient, Encoding.UTF8, "application/fhir+json"));

        await response.IssueAsync((int)response.StatusCode);
        Assert.Contains((int)response.StatusCode, Answers);
        await process.Server.AssertAliveAsync(name);
    }

    [Fact]
    public async Task What_takes_too_long_is_refused_as_too_costly()
    {
        using var response = await process.Server.Client.PostAsync(
            $"/fhir/Patient/$validate?profile={HostileProfiles.Canonical("many")}", new StringContent(HostileProfiles.Patient, Encoding.UTF8, "application/fhir+json"));

        Assert.Equal("too-costly", (string?)(await response.IssueAsync(422))["code"]);
    }

    [Fact]
    public async Task On_the_command_line_a_package_of_them_ends_in_an_exit_code()
    {
        var patient = _folder.Write("patient.json", """{"resourceType":"Patient","id":"p","identifier":[{"value":"x"}]}""");
        var package = _folder.WritePackage("hostile.tgz", [.. HostileProfiles.All.Select(one => ($"package/{one.Key}.json", one.Value))]);
        string[] profiles = [.. HostileProfiles.All.Keys.SelectMany(name => new[] { "--profile", HostileProfiles.Canonical(name) })];

        var (exit, output) = await ValidateProcessTests.RunAsync(null, ["--package", package, .. profiles, patient]);

        Assert.True(exit is ValidateExit.Invalid or ValidateExit.Refused, output);
        Assert.DoesNotContain("Unhandled", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"resourceType":"StructureDefinition","url":"http://hostile.example.org/x","type":"Patient","snapshot":5}""")]
    [InlineData("""{"resourceType":"StructureDefinition","url":"http://hostile.example.org/x","type":5,"snapshot":{"element":[]}}""")]
    [InlineData("""{"resourceType":"StructureDefinition","url":"http://hostile.example.org/x","type":"Patient","snapshot":{"element":[5,null,{"path":5},{"path":"Patient.x.y.z"},{"path":"Patient","min":"x","max":7,"type":"x","constraint":[5]}]}}""")]
    [InlineData("""{"resourceType":"StructureDefinition","url":"http://hostile.example.org/x","type":"Patient","derivation":"constraint","baseDefinition":["x"],"differential":{"element":[{"path":"Patient.identifier","slicing":{"discriminator":[{"type":"x","path":"((("}]}}]}}""")]
    [InlineData("""{"resourceType":"StructureDefinition","url":"http://hostile.example.org/x","type":"Patient","snapshot":{"element":[{"path":"Patient"},{"path":"Patient.identifier","max":"99999999999999999999","min":-5,"maxLength":1e99,"binding":{"strength":5,"valueSet":["x"]}}]}}""")]
    public void A_definition_that_is_none_is_refused_or_does_no_harm(string definition)
    {
        var package = _folder.WritePackage("odd.tgz", ("package/x.json", definition));

        var failure = Record.Exception(() => OfflineValidation.Of(KnownDefinitions.Read("", [package]))
            .Validate("""{"resourceType":"Patient","id":"p","identifier":[{"value":"x"}]}"""u8.ToArray(), isXml: false, ["http://hostile.example.org/x"]));

        Assert.True(failure is null or ServerException, failure?.ToString());
    }

    [Fact]
    public async Task A_package_that_grows_without_end_is_refused()
    {
        var patient = _folder.Write("patient.json", """{"resourceType":"Patient"}""");
        var package = _folder.WritePackage("bomb.tgz", ("package/bomb.json", new string(' ', 40 << 20)));

        var (exit, _) = await ValidateProcessTests.RunAsync(null, "--package", package, patient);
        var (read, _) = await ValidateProcessTests.RunAsync(null, package);

        Assert.Equal((ValidateExit.Refused, ValidateExit.Refused), (exit, read));
    }

    public void Dispose() => _folder.Dispose();
}
