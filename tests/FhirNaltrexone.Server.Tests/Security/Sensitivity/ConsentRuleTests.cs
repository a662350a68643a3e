using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
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

    public static TheoryData<string, JsonObject> WithoutOpinion => new()
    {
        { "for another recipient", Consent("b", Permit.ToClient("other"), dateTime: "2026-05-01") },
        { "for another purpose", Consent("b", Permit.For("HPAYMT"), dateTime: "2026-05-01") },
        { "about other data", Consent("b", Provision("permit").Labelled("ETHUD"), dateTime: "2026-05-01") },
        { "about another type", Consent("b", Permit.OfClass("Condition"), dateTime: "2026-05-01") },
        { "no longer in its period", Consent("b", With(Permit, """{"period":{"end":"2026-05-31"} }"""), dateTime: "2026-05-01") },
        { "general", Consent("b", Provision("permit"), dateTime: "2026-05-01") },
        { "without provision", Consent("b", null, dateTime: "2026-05-01") },
        { "denied to another recipient", Consent("b", Provision("deny").ToClient("other"), dateTime: "2026-05-01") },
        { "verified in vain", With(Consent("b", Permit, dateTime: "2026-05-01"), """{"verification":[{"verified":false}]}""") },
    };

    [Theory]
    [MemberData(nameof(WithoutOpinion))]
    public void A_newer_consent_that_says_nothing_of_it_does_not_hide_an_older_one(string what, JsonObject newer)
    {
        Assert.False(bench.IsShown(Sensitive, [newer]), what);
        Assert.True(bench.IsShown(Sensitive, [Consent("a", Permit), newer]), what);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-02-01", true)]
    [InlineData("2026-02-01", "2026-01-01", false)]
    [InlineData("2026-02-01", "2026-02-01", false)]
    [InlineData("2026", "2026-02-01", false)]
    [InlineData("2025", "2026-02-01", true)]
    [InlineData("2027", "2026-02-01", false)]
    [InlineData("2026-02-01", "2026", false)]
    [InlineData("soon", "2026-02-01", false)]
    public void The_newest_word_counts_and_where_nobody_can_tell_it_is_no(string denied, string permitted, bool isShown)
    {
        JsonObject[] consents = [Consent("a", Provision("deny"), dateTime: denied), Consent("b", Permit, dateTime: permitted)];
        JsonObject[] plain = [consents[0], Consent("b", Provision("permit"), dateTime: permitted)];

        Assert.Equal(isShown, bench.IsShown(Sensitive, consents));
        Assert.Equal(isShown, bench.IsShown(Sensitive, [.. consents.Reverse()]));
        Assert.Equal(isShown, bench.IsShown(Plain, plain));
    }

    [Fact]
    public void A_newer_permit_of_something_else_lifts_no_deny()
    {
        var deny = Consent("a", Provision("deny").Labelled("SUD"));

        Assert.False(bench.IsShown(Sensitive, [deny, Consent("b", Provision("permit"), dateTime: "2026-02-01")]));
        Assert.False(bench.IsShown(Sensitive, [deny, Consent("b", Permit.For("HPAYMT"), dateTime: "2026-02-01")]));
    }

    [Theory]
    [InlineData("2026-02-01", "2026-02-01")]
    [InlineData("2026", "2026-02-01")]
    public void Two_that_permit_the_same_do_not_stand_in_each_others_way(string one, string other)
        => Assert.True(bench.IsShown(Sensitive, [Consent("a", Permit, dateTime: one), Consent("b", Permit, dateTime: other)]));

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

        Assert.Equal(expected, bench.IsShown(ConsentBench.Resource("Observation", labelled), [Consent("a", Provision("deny").Labelled(denied)), permit]));
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
    [InlineData("""{"actor":[{"role":{"text":"x"},"reference":{"display":"clinic"} }]}""", false, true)]
    [InlineData("""{"actor":[{"role":{"text":"x"},"reference":{"identifier":{"value":"clinic"} } }]}""", false, true)]
    [InlineData("""{"actor":[{"role":{"text":"x"},"reference":{"identifier":{"system":"https://fhirnaltrexone.example.org/fhir/sid/recipient-class","value":"treating-providers"} } }]}""", true, true)]
    [InlineData("""{"actor":[{"role":{"text":"x"},"reference":{"identifier":{"system":"https://fhirnaltrexone.example.org/fhir/sid/recipient-class","value":"payers"} } }]}""", false, false)]
    [InlineData("""{"actor":[{"role":{"text":"x"},"reference":{"identifier":{"system":"https://fhirnaltrexone.example.org/fhir/sid/recipient-class","value":"everybody"} } }]}""", false, true)]
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

    /// <summary>Ids of clients are given by whoever registers them: that of another issuer may be the same by chance, or on purpose.</summary>
    [Theory]
    [InlineData("https://fhirnaltrexone.example.org/fhir/sid/client", "clinic", false, true)]
    [InlineData("https://fhirnaltrexone.example.org/fhir/sid/client", "other", false, false)]
    [InlineData("https://sso.example.org", "clinic", true, true)]
    [InlineData("https://sso.example.org", "other", false, false)]
    public void An_app_of_another_issuer_is_known_by_that_issuer_and_is_no_client_of_ours(string system, string value, bool permits, bool denies)
    {
        var caller = Callers.Clinic with { IsRegistered = false, Issuer = "https://sso.example.org" };

        Assert.Equal(permits, bench.IsShown(Sensitive, [Consent("a", Permit.ToIdentifier(system, value))], caller));
        Assert.Equal(!denies, bench.IsShown(Plain, [Consent("a", Provision("deny").ToIdentifier(system, value))], caller));
    }

    [Fact]
    public void Who_says_no_purpose_is_permitted_nothing_for_one_and_denied_what_is_denied_for_one()
    {
        var caller = Callers.Clinic with { Purpose = null };

        Assert.True(bench.IsShown(Sensitive, [Consent("a", Permit)], caller));
        Assert.False(bench.IsShown(Sensitive, [Consent("a", Permit.For("TREAT"))], caller));
        Assert.False(bench.IsShown(Sensitive, [Consent("a", Permit.ToClass("treating-providers"))], caller));
        Assert.False(bench.IsShown(Plain, [Consent("a", Provision("deny").For("HMARKT"))], caller));
        Assert.False(bench.IsShown(Plain, [Consent("a", Provision("deny").ToClass("payers"))], caller));
        Assert.True(bench.IsShown(Plain, [Consent("a", Provision("deny").For("HMARKT"))], Callers.Clinic));
    }

    [Theory]
    [InlineData("http://hl7.org/fhir/sid/us-npi", "1234567893", true, true)]
    [InlineData("http://hl7.org/fhir/sid/us-npi", "1234567885", false, false)]
    [InlineData("http://example.org/other-numbers", "1234567893", false, true)]
    public void An_organisation_is_known_by_the_identifier_it_is_registered_with(string system, string value, bool permits, bool denies)
    {
        var caller = Callers.Clinic with { Organization = "http://hl7.org/fhir/sid/us-npi|1234567893" };

        Assert.Equal(permits, bench.IsShown(Sensitive, [Consent("a", Permit.ToIdentifier(system, value))], caller));
        Assert.Equal(!denies, bench.IsShown(Plain, [Consent("a", Provision("deny").ToIdentifier(system, value))], caller));
        Assert.False(bench.IsShown(Plain, [Consent("a", Provision("deny").ToReference("Organization/other"))], caller));
    }

    [Theory]
    [InlineData("TREAT", true)]
    [InlineData("CAREMGT", true)]
    [InlineData("HPAYMT", true)]
    [InlineData("HOPERAT", true)]
    [InlineData("HRESCH", false)]
    public void The_example_of_the_profile_permits_what_it_says(string purpose, bool isShown)
    {
        var example = JsonNode.Parse(Repository.Read("profiles/generated/examples/Consent-example-consent.json"))!.AsObject();
        example["meta"] = Consent("x", null)["meta"]!.DeepClone();
        var caller = Callers.Clinic with { Purpose = purpose };
        var during = new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(isShown, bench.IsShown(Sensitive, [example], caller, now: during));
        Assert.False(bench.IsShown(ConsentBench.Resource("Observation", "HIV"), [example], caller, now: during));
        Assert.False(bench.IsShown(Sensitive, [example], caller, now: during.AddYears(1)));
        example.Remove("meta");
        Assert.False(bench.IsShown(Sensitive, [example], caller, now: during));
    }

    [Theory]
    [InlineData("TREAT", null, true)]
    [InlineData("HPAYMT", null, false)]
    [InlineData("HPAYMT", "http://hl7.org/fhir/sid/us-npi|1234567893", false)]
    public void The_consent_of_the_guide_permits_what_it_says(string purpose, string? organization, bool isShown)
    {
        var caller = Callers.Clinic with { Purpose = purpose, Organization = organization };

        Assert.Equal(isShown, bench.IsShown(Sensitive, [OfGuide()], caller, now: new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero)));
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
