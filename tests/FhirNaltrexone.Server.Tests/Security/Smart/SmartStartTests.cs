using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Security.Smart;

/// <summary>Settings of SMART that cannot be meant stop the start.</summary>
public sealed class SmartStartTests
{
    private const string Issuer = "Security:Issuers:0:";

    private static readonly string Keys = TestKey.Set(TestKey.P384("key"));

    [Theory]
    [InlineData(Issuer + "Issuer", "", "Issuer must not be empty")]
    [InlineData(Issuer + "Audience", "", "Audience must not be empty")]
    [InlineData(Issuer + "JwksUri", "http://sso.example.org/jwks", "JwksUri must use https")]
    [InlineData(Issuer + "JwksUri", "", "JwksUri must be an absolute https address")]
    [InlineData(Issuer + "Algorithms:0", "HS256", "Algorithms holds 'HS256'")]
    [InlineData(Issuer + "Algorithms:0", "none", "Algorithms holds 'none'")]
    [InlineData(Issuer + "SkewSeconds", "301", "SkewSeconds must be")]
    [InlineData(Issuer + "Purpose", "TREATMENT", "Purpose 'TREATMENT' is no code of v3-PurposeOfUse")]
    [InlineData(Issuer + "Audiences", "x", "Audiences is no setting of an issuer")]
    [InlineData("Security:Issuers:1:Issuer", "https://sso.example.org", "is there twice")]
    [InlineData("Security:Clients:0:Scopes", "system/Patient.sr", "'system/Patient.sr', which is never granted")]
    [InlineData("Security:Clients:0:Scopes", "system/Patient.rs patient/Patient.rs", "'patient/Patient.rs', which is never granted")]
    public async Task A_wrong_setting_stops_the_start(string key, string value, string reason)
    {
        var message = await FailedStart.MessageAsync(
            "Production",
            [
                ("Security:Mode", "Enforced"), (Issuer + "Issuer", "https://sso.example.org"), (Issuer + "Audience", "x"), (Issuer + "JwksUri", "https://sso.example.org/jwks"),
                .. CdsClient.Registered(0, "bulk", ("Jwks", Keys), ("Services:0", "*")), ("Security:CdsBase:0", CdsClient.Base), (key, value),
            ]);

        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_fault_is_a_sentence_of_its_own()
    {
        var message = await FailedStart.MessageAsync(
            "Production",
            [.. CdsClient.EnforcedFor(Keys), ("Security:Clients:0:Scopes", "system/Patient.sr system/Condition.rs?code:in=http://example.org/vs"), ("Security:Clients:0:Name", "x")]);
        var sentences = message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.Equal(2, sentences.Length);
        Assert.All(sentences, sentence => Assert.Matches(@"^Not started\. Security:Clients:0:Scopes holds '[^']+', which is never granted there\.$", sentence));
    }

    [Theory]
    [InlineData("Security:Mode", "Enforce", "Not started. Security:Mode cannot be 'Enforce': it must be Open or Enforced.")]
    [InlineData("Security:SkewSeconds", "soon", "Not started. Security:SkewSeconds cannot be 'soon'.")]
    public async Task A_value_of_the_wrong_kind_is_told_without_words_of_programmers(string key, string value, string told)
        => Assert.Equal(told, (await FailedStart.MessageAsync("Production", [.. CdsClient.EnforcedFor(Keys).Where(setting => setting.Key != key), (key, value)])).Trim());

    [Theory]
    [InlineData("Security:Launch:RedirectUri", "nowhere", "Security:Launch:RedirectUri must be")]
    [InlineData("Security:Launch:Scopes", "system/Patient.rs", "'system/Patient.rs', which is never granted there")]
    public async Task A_wrong_setting_of_launches_is_told_without_a_stack(string key, string value, string told)
    {
        var message = await FailedStart.MessageAsync("Development", ("Security:Mode", "Enforced"), ("Security:Launch:Enabled", "true"), (key, value));

        Assert.StartsWith("Not started. ", message, StringComparison.Ordinal);
        Assert.Contains(told, message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_of_several_sections_are_told_at_once()
    {
        var message = await FailedStart.MessageAsync("Production", [.. CdsClient.EnforcedFor(Keys), ("Cards:Off:0:Rule", "XX-01"), ("Cards:Off:0:Reason", "x"), ("Storage:Provider", "Oracle")]);

        Assert.Equal(2, message.Split("Not started. ", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("   at ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_others_reach_the_service_clients_must_know_its_name()
        => Assert.Contains(
            "Rest:PublicBase must name",
            await FailedStart.MessageAsync(
                "Production", [("Security:Mode", "Enforced"), ("urls", "http://0.0.0.0:0"), .. CdsClient.Registered(0, "bulk", ("Jwks", Keys), ("Scopes", "system/*.rs"))]),
            StringComparison.Ordinal);

    [Fact]
    public async Task Whoever_launches_apps_has_somebody_registered()
    {
        using var server = new TestServer(("Security:Mode", "Enforced"), ("Security:Launch:Enabled", "true"));
        using var client = server.CreateClient();

        using var answer = await client.GetAsync("/health/live");

        Assert.True(answer.IsSuccessStatusCode);
    }
}
