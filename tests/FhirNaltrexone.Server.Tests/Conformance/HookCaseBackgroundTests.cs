namespace FhirNaltrexone.Server.Tests.Conformance;

/// <summary>A case may stand before a background that silences the rules it is not about.</summary>
public sealed class HookCaseBackgroundTests
{
    [Fact]
    public void Adds_what_the_background_holds_and_lets_the_case_replace_it()
    {
        var hookCase = HookCase.Read("cases/HT-06-acute.json");

        var patient = hookCase.Records.Answer("Patient/pt", strict: true);
        var services = hookCase.Records.Answer("ServiceRequest?patient=pt", strict: true);

        Assert.Equal("1990-03-02", (string?)patient["birthDate"]);
        Assert.Equal("counselling", (string?)Assert.Single(services["entry"]!.AsArray())!["resource"]!["id"]);
    }

    [Fact]
    public void Every_background_is_used()
        => Assert.Subset(
            HookCase.All.Select(row => HookCase.Read(row.Data).Background).OfType<string>().ToHashSet(),
            HookCase.Backgrounds.ToHashSet());
}
