using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;
using static FhirNaltrexone.Server.Tests.Security.Sensitivity.ConsentText;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>What the matrix does not vary: several consents, and criteria about data. What can not be told counts for a deny and not for a permit.</summary>
public sealed class ConsentRuleTests(ConsentBench bench) : IClassFixture<ConsentBench>
{
    private static readonly JsonObject Plain = ConsentBench.Resource("Observation");
    private static readonly JsonObject Sensitive = ConsentBench.Resource("Observation", "OPIOIDUD");

    private static JsonObject Permit => Provision("permit").Labelled("SUD");

    [Fact]
    public void Without_consent_only_what_is_labelled_is_withheld()
    {
        Assert.True(bench.IsShown(Plain, []));
        Assert.False(bench.IsShown(Sensitive, []));
        Assert.False(bench.IsShown(ConsentBench.Resource("Observation", "R"), []));
        Assert.True(bench.IsShown(ConsentBench.Resource("Observation", "N"), []));
        Assert.True(bench.IsShown(ConsentBench.Resource("Observation", "PERSISTLABEL"), []));
        Assert.False(bench.IsShown(ConsentBench.Resource("Observation", "SOMETHINGNEW"), []));
    }

    [Fact]
    public void What_the_policy_says_of_the_content_counts_without_a_label()
    {
        var unlabelled = ConsentBench.Resource("Condition");
        unlabelled["code"] = JsonNode.Parse("""{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"F11.20"}]}""");

        Assert.False(bench.IsShown(unlabelled, []));
        Assert.True(bench.IsShown(unlabelled, [Consent("c", Permit)]));
    }

    [Fact]
    public void Of_several_consents_the_newest_permits()
    {
        var older = Consent("a", Permit, dateTime: "2026-01-01");
        var newer = Consent("b", Provision("permit").Labelled("ETHUD"), dateTime: "2026-02-01");

        Assert.False(bench.IsShown(Sensitive, [older, newer]));
        Assert.True(bench.IsShown(Sensitive, [newer, Consent("c", Permit, dateTime: "2026-03")]));
    }

    [Fact]
    public void An_older_consent_still_denies()
    {
        var older = Consent("a", Provision("deny").OfClass("Observation"), dateTime: "2025-01-01");

        Assert.False(bench.IsShown(Sensitive, [older, Consent("b", Permit)]));
        Assert.False(bench.IsShown(Plain, [older, Consent("b", Permit)]));
    }

    [Theory]
    [InlineData("2026-02-01", "2026-02-01")]
    [InlineData("2026", "2026-02-01")]
    public void When_nobody_can_tell_which_is_the_newest_none_permits(string one, string other)
        => Assert.False(bench.IsShown(Sensitive, [Consent("a", Permit, dateTime: one), Consent("b", Permit, dateTime: other)]));

    [Fact]
    public void A_consent_that_was_revoked_does_not_hide_the_one_in_force()
        => Assert.True(bench.IsShown(Sensitive, [Consent("a", Permit), Consent("b", Permit, status: "inactive", dateTime: "2026-05-01")]));

    [Theory]
    [InlineData("dateTime", null)]
    [InlineData("dateTime", "\"soon\"")]
    [InlineData("dateTime", "\"2027-01-01\"")]
    [InlineData("scope", """{"text":"privacy"}""")]
    [InlineData("modifierExtension", """[{"url":"http://example.org/x","valueBoolean":true}]""")]
    [InlineData("implicitRules", "\"http://example.org/rules\"")]
    [InlineData("verification", """[{"verified":false}]""")]
    public void A_consent_that_is_not_clear_permits_nothing_and_denies_all_the_same(string member, string? value)
    {
        var permit = Consent("a", Permit);
        var deny = Consent("a", Provision("deny"));
        foreach (var consent in new[] { permit, deny }) consent[member] = value is null ? null : JsonNode.Parse(value);
        if (value is null) new[] { permit, deny }.ToList().ForEach(consent => consent.Remove(member));

        Assert.False(bench.IsShown(Sensitive, [permit]));
        Assert.False(bench.IsShown(Plain, [deny]));
    }

    [Fact]
    public void A_consent_to_research_is_none_to_disclosure()
    {
        var research = Consent("a", Permit);
        research["scope"] = JsonNode.Parse("""{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope","code":"research"}]}""");

        Assert.False(bench.IsShown(Sensitive, [research]));
        Assert.True(bench.IsShown(Sensitive, [research, Consent("b", Permit)]));
    }

    [Fact]
    public void A_permit_that_does_not_name_the_kind_of_data_needs_the_law()
    {
        Assert.False(bench.IsShown(Sensitive, [Consent("a", Provision("permit"))]));
        Assert.True(bench.IsShown(Sensitive, [Consent("a", Provision("permit"), isOfLaw: true)]));
        Assert.False(bench.IsShown(ConsentBench.Resource("Observation", "HIV"), [Consent("a", Provision("permit"), isOfLaw: true)]));
    }

    [Fact]
    public void An_exception_to_a_deny_permits_no_kind_of_data_that_the_consent_does_not_name()
    {
        var consent = Consent("a", Provision("deny", Provision("permit").OfClass("Observation")).Labelled("SUD"));

        Assert.True(bench.IsShown(Sensitive, [consent]));
        Assert.False(bench.IsShown(ConsentBench.Resource("Observation", "OPIOIDUD", "HIV"), [consent]));
    }

    [Fact]
    public void A_root_without_type_has_the_exceptions_alone()
    {
        Assert.True(bench.IsShown(Sensitive, [Consent("a", Provision(null, Permit))]));
        Assert.False(bench.IsShown(Sensitive, [Consent("a", Provision(null).Labelled("SUD"))]));
        Assert.False(bench.IsShown(Plain, [Consent("a", Provision(null, Provision("deny")))]));
        Assert.True(bench.IsShown(Plain, [Consent("a", Provision(null))]));
    }

    [Fact]
    public void A_permit_within_a_permit_is_not_clear()
        => Assert.False(bench.IsShown(Sensitive, [Consent("a", Provision("permit", Permit).Labelled("SUD"))]));

    [Fact]
    public void An_exception_without_type_denies()
    {
        Assert.False(bench.IsShown(Plain, [Consent("a", Provision("permit", Provision(null).OfClass("Observation")))]));
        Assert.True(bench.IsShown(ConsentBench.Resource("Condition"), [Consent("a", Provision("permit", Provision(null).OfClass("Observation")))]));
    }

    [Theory]
    [InlineData("N", "N", true)]
    [InlineData("R", "N", true)]
    [InlineData("V", "N", true)]
    [InlineData("R", "R", false)]
    [InlineData("R", "V", false)]
    [InlineData("V", "R", true)]
    public void A_deny_of_a_confidentiality_reaches_all_that_is_as_confidential(string denied, string labelled, bool isPlain)
    {
        // What is labelled needs a permit besides.
        var permit = Consent("b", Provision("permit").Labelled("V"));
        var expected = isPlain && (denied, labelled) != ("N", "N");

        Assert.Equal(expected, bench.IsShown(ConsentBench.Resource("Observation", labelled), [Consent("a", Provision("deny").Labelled(denied), dateTime: "2025-01-01"), permit]));
    }

    [Theory]
    [InlineData("V", "R", true)]
    [InlineData("R", "R", true)]
    [InlineData("R", "V", false)]
    [InlineData("N", "R", false)]
    public void A_permit_of_a_confidentiality_reaches_what_is_less_confidential(string permitted, string labelled, bool isShown)
        => Assert.Equal(isShown, bench.IsShown(ConsentBench.Resource("Observation", labelled), [Consent("a", Provision("permit").Labelled(permitted))]));

    [Theory]
    [InlineData("""{"action":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentaction","code":"disclose"}]}]}""", true, true)]
    [InlineData("""{"action":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentaction","code":"collect"}]}]}""", false, false)]
    [InlineData("""{"action":[{"text":"look"}]}""", false, true)]
    [InlineData("""{"purpose":[{"system":"http://example.org","code":"TREAT"}]}""", false, true)]
    [InlineData("""{"class":[{"system":"http://hl7.org/fhir/resource-types","code":"Condition"}]}""", false, false)]
    [InlineData("""{"class":[{"system":"http://loinc.org","code":"34133-9"}]}""", false, true)]
    [InlineData("""{"code":[{"coding":[{"system":"http://loinc.org","code":"1742-6"}]}]}""", true, true)]
    [InlineData("""{"code":[{"coding":[{"system":"http://loinc.org","code":"1920-8"}]}]}""", false, false)]
    [InlineData("""{"code":[{"text":"ALT"}]}""", false, true)]
    [InlineData("""{"dataPeriod":{"start":"2025-01-01","end":"2025-12-31"} }""", true, true)]
    [InlineData("""{"dataPeriod":{"start":"2026-01-01"} }""", false, false)]
    [InlineData("""{"dataPeriod":{"start":"2025-03-04T12:00:00Z"} }""", false, true)]
    [InlineData("""{"dataPeriod":{"start":"yesterday"} }""", false, true)]
    [InlineData("""{"data":[{"meaning":"instance","reference":{"reference":"Observation/r"} }]}""", true, true)]
    [InlineData("""{"data":[{"meaning":"instance","reference":{"reference":"http://127.0.0.1:5080/fhir/Observation/r"} }]}""", true, true)]
    [InlineData("""{"data":[{"meaning":"instance","reference":{"reference":"Observation/s"} }]}""", false, false)]
    [InlineData("""{"data":[{"meaning":"related","reference":{"reference":"Encounter/e"} }]}""", true, true)]
    [InlineData("""{"data":[{"meaning":"related","reference":{"reference":"CarePlan/lists-it"} }]}""", true, true)]
    [InlineData("""{"data":[{"meaning":"dependents","reference":{"reference":"CarePlan/lists-it"} }]}""", false, false)]
    [InlineData("""{"data":[{"meaning":"instance","reference":{"display":"that one"} }]}""", false, true)]
    [InlineData("""{"actor":[{"role":{"text":"x"},"reference":{"reference":"Practitioner/dr"} }]}""", true, true)]
    [InlineData("""{"actor":[{"role":{"text":"x"},"reference":{"reference":"Practitioner/other"} }]}""", false, false)]
    [InlineData("""{"actor":[{"role":{"text":"x"},"reference":{"reference":"https://elsewhere.example.org/fhir/Practitioner/dr"} }]}""", false, false)]
    [InlineData("""{"actor":[{"role":{"text":"x"},"reference":{"reference":"Organization/ours"} }]}""", true, true)]
    [InlineData("""{"actor":[{"role":{"text":"x"},"reference":{"reference":"Organization/other"} }]}""", false, false)]
    [InlineData("""{"actor":[{"role":{"text":"x"},"reference":{"reference":"Group/g"} }]}""", false, true)]
    [InlineData("""{"actor":[{"role":{"text":"x"},"reference":{"identifier":{"system":"http://example.org","value":"clinic"} } }]}""", false, true)]
    [InlineData("""{"actor":[{"role":{"text":"x"},"reference":{"identifier":{"system":"clinic","value":"clinic"} } }]}""", true, true)]
    [InlineData("""{"actor":[{"role":{"text":"x"},"reference":{"display":"Dr. Doe"} }]}""", false, true)]
    [InlineData("""{"modifierExtension":[{"url":"http://example.org/x"}]}""", false, true)]
    public void A_criterion_in_doubt_counts_for_a_deny_only(string criterion, bool permits, bool denies)
    {
        var caller = Callers.Clinic with { User = "Practitioner/dr", Organization = "Organization/ours" };
        var resource = Sensitive.DeepClone().AsObject();
        resource["encounter"] = new JsonObject { ["reference"] = "Encounter/e" };
        var plain = resource.DeepClone().AsObject();
        plain.Remove("meta");
        var related = new Dictionary<string, IReadOnlySet<string>> { ["CarePlan/lists-it"] = new HashSet<string> { "Observation/r" } };

        Assert.Equal(permits, bench.IsShown(resource, [Consent("a", With(Permit, criterion))], caller, related));
        Assert.Equal(!denies, bench.IsShown(plain, [Consent("a", With(Provision("deny"), criterion))], caller, related));
    }

    [Fact]
    public void Whoever_may_be_meant_by_an_actor_and_is_not_known_is_denied()
    {
        var deny = Consent("a", Provision("deny").ToReference("Organization/other"));

        Assert.False(bench.IsShown(Plain, [deny], Callers.Clinic));
        Assert.True(bench.IsShown(Plain, [deny], Callers.Clinic with { Organization = "Organization/ours" }));
    }

    [Fact]
    public void Who_somebody_is_and_what_they_have_agreed_to_is_hidden_by_no_deny_unless_labelled()
    {
        var deny = Consent("a", Provision("deny"));
        foreach (var type in new[] { "Patient", "Consent" })
        {
            Assert.True(bench.IsShown(ConsentBench.Resource(type), [deny]));
            Assert.False(bench.IsShown(ConsentBench.Resource(type, "42CFRPart2"), [deny]));
        }
    }

    private static JsonObject With(JsonObject provision, string criterion)
    {
        foreach (var (name, value) in JsonNode.Parse(criterion)!.AsObject().ToList()) provision[name] = value!.DeepClone();
        return provision;
    }
}
