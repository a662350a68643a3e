using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Reasoning.CommandLine;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Reasoning;

/// <summary>What the verb <c>apply</c> does with files.</summary>
public sealed class ApplyRunTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 7, 10, 0, 0, TimeSpan.FromHours(-5));

    private readonly string _folder = Directory.CreateTempSubdirectory("fhir-naltrexone-apply").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_plan_of_the_content_is_applied_to_the_patient_of_a_bundle()
    {
        var data = File("data.json", Call.Bundle(Call.Resource("Patient", "pt")));

        var carePlan = new ApplyRun("liver-monitoring", data, "Patient/pt", "America/New_York").Apply(Now);

        Assert.Equal("Patient/pt", (string?)carePlan["subject"]!["reference"]);
    }

    [Theory]
    [InlineData("no-such-plan", "pt", "America/New_York", "There is no plan")]
    [InlineData("liver-monitoring", "other", "America/New_York", "There is no Patient other")]
    [InlineData("liver-monitoring", "pt", "Nowhere/Land", "is not a time zone")]
    [InlineData("missing.json", "pt", "America/New_York", "cannot be read")]
    public void What_cannot_be_used_is_said(string plan, string subject, string zone, string message)
    {
        var data = File("data.json", Call.Bundle(Call.Resource("Patient", "pt")));

        var failure = Assert.Throws<ServerException>(() => new ApplyRun(plan, data, subject, zone).Apply(Now));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    private string File(string name, JsonObject content)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, content.ToJsonString());
        return path;
    }
}
