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

    /// <summary>OD-01 of the catalogue: a naltrexone draft, and no reversal agent on record.</summary>
    [Theory]
    [InlineData("naltrexone-monitoring", null)]
    [InlineData("naltrexone-monitoring", "patient-view")]
    [InlineData("naltrexone-start-safety", "order-sign")]
    public void A_draft_in_the_bundle_is_judged_at_the_hook(string plan, string? hook)
    {
        var draft = JsonNode.Parse("""
            {"resourceType":"MedicationRequest","id":"draft","status":"draft","intent":"order","subject":{"reference":"Patient/pt"},
             "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1483780"}]} }
            """)!.AsObject();
        var data = File("data.json", Call.Bundle(Call.Resource("Patient", "pt"), draft));

        var carePlan = new ApplyRun(plan, data, "Patient/pt", "America/New_York", hook).Apply(Now);

        Assert.Contains(carePlan["contained"]![0]!["action"]!.AsArray(), action => (string?)action!["code"]![0]!["coding"]![0]!["code"] == "OD-01");
    }

    /// <summary>As in the service: what such a Bundle lacks proves nothing.</summary>
    [Theory]
    [InlineData("entry")]
    [InlineData("total")]
    public void A_bundle_with_gaps_is_applied_and_its_types_count_as_not_read(string gap)
    {
        var bundle = Call.Bundle(Call.Resource("Patient", "pt"));
        if (gap == "entry") bundle["entry"]!.AsArray().Add(new JsonObject { ["fullUrl"] = "urn:uuid:1" });
        else bundle["total"] = 2;

        var carePlan = new ApplyRun("naltrexone-start-safety", File("data.json", bundle), "Patient/pt", "America/New_York", "order-sign").Apply(Now);

        var told = carePlan["contained"]!.AsArray().Single(one => (string?)one!["resourceType"] == "OperationOutcome")!.ToJsonString();
        foreach (var type in new[] { "MedicationRequest", "Condition", "Observation" })
            Assert.Contains($"{type} could not be read completely", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hook_the_plan_does_not_know_is_said_with_those_it_does()
    {
        var data = File("data.json", Call.Bundle(Call.Resource("Patient", "pt")));

        var failure = Assert.Throws<ServerException>(() => new ApplyRun("naltrexone-monitoring", data, "Patient/pt", "America/New_York", "order-sign").Apply(Now));

        Assert.Contains("patient-view", failure.Message, StringComparison.Ordinal);
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
