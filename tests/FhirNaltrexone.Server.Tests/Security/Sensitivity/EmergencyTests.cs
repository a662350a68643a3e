using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Storage.Access;
using static FhirNaltrexone.Server.Tests.Security.Sensitivity.ConsentText;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>An emergency opens the record of a patient while it lasts: nothing that is answered later, and no export.</summary>
public sealed class EmergencyTests : IDisposable
{
    private static readonly Caller User = Callers.Clinic with { User = "Practitioner/dr" };

    private readonly AccessServer _server = new(null, ("Security:Sensitivity:BreakGlassMinutes", "30"));

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("GET", "$export?_type=Condition")]
    [InlineData("GET", "$export/?_type=Condition")]
    [InlineData("GET", "Patient/$export/?_type=Condition")]
    [InlineData("GET", "Condition/oud")]
    [InlineData("GET", "Condition?code=x")]
    [InlineData("POST", "")]
    [InlineData("POST", "Condition/_search/")]
    public async Task Nothing_is_answered_later(string method, string path)
    {
        using var taken = await _server.SendAsync(
            User, method, path, method == "POST" ? "{}" : null, ("Prefer", "respond-async"), ("X-Break-Glass", $"{DateTimeOffset.UtcNow:O}; Patient/p; unconscious, suspected overdose"));

        Assert.Equal(HttpStatusCode.Forbidden, taken.StatusCode);
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    [InlineData(30)]
    public async Task Nobody_declares_one_where_the_site_does_not_allow_it(int secondsAhead)
    {
        using var server = new AccessServer(null);

        using var refused = await server.SendAsync(
            User, "GET", "Patient/p", null, ("X-Break-Glass", $"{DateTimeOffset.UtcNow.AddSeconds(secondsAhead):O}; Patient/p; unconscious, suspected overdose"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    /// <summary>Consents of everybody else are asked for what the caller asks for at any time.</summary>
    [Fact]
    public async Task It_changes_the_purpose_of_nobody()
    {
        var payer = User with { Purpose = "HPAYMT" };
        await _server.PutAsync(null, Condition("treated", "F11.20"));
        await _server.PutAsync(null, Consent("treatment", Provision("permit").Labelled("SUD").For("TREAT"), "treated").ToJsonString());
        await _server.PutAsync(null, Consent("providers", Provision("permit").Labelled("SUD").ToClass("treating-providers"), "treated").ToJsonString());
        await _server.PutAsync(null, Condition("unpaid", "J11.1"));
        await _server.PutAsync(null, Consent("payment", Provision("deny").For("HPAYMT"), "unpaid").ToJsonString());
        await _server.PutAsync(null, Condition("unseen", "J11.1"));
        await _server.PutAsync(null, Consent("payers", Provision("deny").ToClass("payers"), "unseen").ToJsonString());
        await _server.PutAsync(null, Condition("paid", "F11.20"));
        await _server.PutAsync(null, Consent("bills", Provision("permit").Labelled("SUD").For("HPAYMT"), "paid").ToJsonString());
        await _server.PutAsync(null, Condition("nobody", "F11.20"));

        using var found = await _server.SendAsync(payer, "GET", "Condition?_sort=_id", null, ("X-Break-Glass", $"{DateTimeOffset.UtcNow:O}; Patient/nobody; unconscious, suspected overdose"));

        var bundle = JsonNode.Parse(await found.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(["nobody", "paid"], bundle["entry"]!.AsArray().Select(entry => (string)entry!["resource"]!["id"]!));
    }

    private static string Condition(string id, string code) => $$"""
        {"resourceType":"Condition","id":"{{id}}","subject":{"reference":"Patient/{{id}}"},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"{{code}}"}]} }
        """;
}
