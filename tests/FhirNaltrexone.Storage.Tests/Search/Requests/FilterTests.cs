using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Tests.Search.Requests.CodeSets;

namespace FhirNaltrexone.Storage.Tests.Search.Requests;

/// <summary>What <c>_filter</c> finds, by the text of FHIR R4 (search_filter.html).</summary>
public sealed class FilterTests : IDisposable
{
    private const string Loinc = "http://loinc.org";

    private readonly Shelf _shelf = new Shelf(TerminologyCodeSetsTests.Of(
            """{"resourceType":"CodeSystem","url":"urn:animals","content":"complete","concept":[{"code":"animal","concept":[{"code":"bird"},{"code":"fish"}]}]}""",
            """{"resourceType":"ValueSet","url":"urn:fishes","compose":{"include":[{"system":"urn:animals","concept":[{"code":"fish"}]}]}}"""))
        .Add("org", new Entries("Organization").String("name", "Clinic (North)"))
        .Add("p1", new Entries("Patient").String("name", "Peter").String("name", "Carpet").String("given", "Peter").Date("birthdate", "2014-10-11", "2014-10-12").Token("gender", "male")
            .Token("active", "true").Reference("organization", "Organization/org"))
        .Add("p2", new Entries("Patient").String("name", "Pete").String("given", "Pete").Date("birthdate", "2000-01-01", "2001-01-01").Token("gender", "female"))
        .Add("p3", new Entries("Patient").String("name", "Ann, B.").String("given", "Ann").Token("active", "false"))
        .Add("o1", new Entries("Observation").Token("code", "1234-5", Loinc).Reference("subject", "Patient/p1").Token("status", "final")
            .Quantity("value-quantity", 150m, QuantityUnit.Coded, "urn:u", "U").Date("date", "2024-01-01", "2024-02-01"))
        .Add("o2", new Entries("Observation").Token("code", "bird", "urn:animals").Reference("subject", "Patient/p2").Token("status", "draft")
            .Quantity("value-quantity", 20m, QuantityUnit.Coded, "urn:u", "U").Uri("_profile", "http://a.example.org/p"))
        .Add("o3", new Entries("Observation").Token("code", "fish", "urn:animals").Reference("subject", "Patient/p3").Token("status", "final"));

    [Theory]
    [InlineData("Patient", """name co "pet" """, "p1 p2")]
    [InlineData("Patient", """given eq "peter" and birthdate ge 2014-10-10""", "p1")]
    [InlineData("Patient", """given eq "pet" """, "")]
    [InlineData("Patient", "given sw pet", "p1 p2")]
    [InlineData("Patient", "given ew TER", "p1")]
    [InlineData("Patient", """name eq "ann, b" """, "p3")]
    [InlineData("Observation", "code eq http://loinc.org|1234-5", "o1")]
    [InlineData("Observation", "code eq loinc|1234-5", "o1")]
    [InlineData("Observation", """code eq "1234-5" """, "o1")]
    [InlineData("Observation", """subject.name co "pet" """, "o1 o2")]
    [InlineData("Observation", "subject:Patient.gender eq female", "o2")]
    [InlineData("Observation", """subject.organization.name co "(north)" """, "o1")]
    [InlineData("Observation", """subject[gender eq male].birthdate gt 2010""", "o1")]
    [InlineData("Observation", """subject[gender eq female].birthdate gt 2010""", "")]
    [InlineData("Observation", "subject.id eq p2", "o2")]
    [InlineData("Observation", "subject re Patient/p3", "o3")]
    [InlineData("Observation", "value-quantity gt 100", "o1")]
    [InlineData("Observation", "value-quantity le 20|urn:u|U", "o2")]
    [InlineData("Observation", "value-quantity ne 20", "o1")]
    [InlineData("Observation", "date po 2024-01-31", "o1")]
    [InlineData("Observation", "date po 2024-02-01", "")]
    [InlineData("Observation", "date eq 2024-01", "o1")]
    [InlineData("Observation", "code in urn:fishes", "o3")]
    [InlineData("Observation", "code ni urn:fishes", "o1 o2")]
    [InlineData("Observation", "code ss urn:animals|animal", "o2 o3")]
    [InlineData("Observation", "code sb urn:animals|bird", "o2")]
    [InlineData("Observation", "_profile sw http://a.example.org", "o2")]
    [InlineData("Patient", "gender pr true", "p1 p2")]
    [InlineData("Patient", "gender pr false", "p3")]
    [InlineData("Patient", "not (gender eq male)", "p2 p3")]
    [InlineData("Patient", "gender eq male or gender eq female", "p1 p2")]
    [InlineData("Patient", "not(gender eq male) and not(gender eq female)", "p3")]
    // From left to right, without precedence: (a or b) and c.
    [InlineData("Patient", "gender eq female or active eq true and given eq peter", "p1")]
    [InlineData("Patient", "gender eq female or (active eq true and given eq peter)", "p1 p2")]
    [InlineData("Patient", "((((active eq false))))", "p3")]
    [InlineData("Patient", "_id eq p1 or _id eq p3", "p1 p3")]
    [InlineData("Patient", "_lastUpdated ge 2020", "p1 p2 p3")]
    public async Task A_filter_finds(string type, string filter, string ids)
        => Assert.Equal(ids, await _shelf.Find(type, "_filter=" + Uri.EscapeDataString(filter.Trim())));

    [Theory]
    [InlineData("gender")]
    [InlineData("gender eq")]
    [InlineData("gender eq male and")]
    [InlineData("gender is male")]
    [InlineData("gender equals male")]
    [InlineData("(gender eq male")]
    [InlineData("gender eq male)")]
    [InlineData("not gender eq male")]
    [InlineData("""name co "pet""")]
    [InlineData("""name co "pe\qt" """)]
    [InlineData("""name co "\ud800" """)]
    [InlineData("""name co "a\u0000" """)]
    [InlineData("name[gender eq male] eq x")]
    [InlineData("nosuch eq 1")]
    [InlineData("gender co mal")]
    [InlineData("gender ne male")]
    [InlineData("name gt a")]
    [InlineData("birthdate eq yesterday")]
    [InlineData("birthdate co 2010-01-01")]
    [InlineData("gender.code eq x")]
    [InlineData("organization eq Organization/1")]
    [InlineData("gender in urn:unknown")]
    [InlineData("gender ss male")]
    [InlineData("gender pr perhaps")]
    [InlineData("_id sw p")]
    [InlineData("link.nosuch eq 1")]
    public void A_filter_that_cannot_be_evaluated_is_refused_even_when_lenient(string filter)
    {
        var refusal = _shelf.Read("Patient", "_filter=" + Uri.EscapeDataString(filter)).Refusal;

        Assert.Equal(400, refusal!.Status);
        Assert.Equal("_filter", Assert.Single(refusal.Issues).Expression);
    }

    [Fact]
    public void Nesting_and_length_are_bounded()
    {
        Assert.NotNull(_shelf.Read("Patient", "_filter=" + new string('(', 500) + "active eq true" + new string(')', 500)).Refusal);
        Assert.NotNull(_shelf.Read("Patient", "_filter=" + string.Join('.', Enumerable.Repeat("link", 300)) + ".name eq a").Refusal);
        Assert.NotNull(_shelf.Read("Patient", "_filter=" + string.Join(" and ", Enumerable.Repeat("active eq true", 1000))).Refusal);
        Assert.NotNull(_shelf.Read("Patient", "_filter=" + string.Join(" or ", Enumerable.Repeat("active eq true and active eq false", 50))).Refusal);
        Assert.Null(_shelf.Read("Patient", "_filter=" + string.Join(" or ", Enumerable.Repeat("active eq true", 150))).Refusal);
    }

    public void Dispose() => _shelf.Dispose();
}
