using System.Globalization;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Storage.Tests.Search.Requests.CodeSets;
using FhirNaltrexone.Validation.Outcomes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace FhirNaltrexone.Storage.Tests.Search.Requests;

public sealed class SearchRequestReaderTests : IDisposable
{
    private readonly Shelf _shelf = new(TerminologyCodeSetsTests.Of(
        """{"resourceType":"CodeSystem","url":"urn:animals","content":"complete","concept":[{"code":"animal","concept":[{"code":"Bird"}]}]}""",
        """{"resourceType":"ValueSet","url":"urn:birds","compose":{"include":[{"system":"urn:animals","concept":[{"code":"Bird"}]}]}}"""));

    [Theory]
    // Malformed values.
    [InlineData("Patient", "birthdate=yesterday", "birthdate")]
    [InlineData("Patient", "birthdate=2024-13", "birthdate")]
    [InlineData("Patient", "birthdate=2023-02-29", "birthdate")]
    [InlineData("Patient", "birthdate=0000", "birthdate")]
    [InlineData("Patient", "birthdate=xx2024", "birthdate")]
    [InlineData("Observation", "date=2024-01-01T10", "date")]
    [InlineData("Observation", "date=2024-01-01T25:00:00Z", "date")]
    [InlineData("Observation", "date=2024-01-01T10:00Zulu", "date")]
    [InlineData("RiskAssessment", "probability=much", "probability")]
    [InlineData("RiskAssessment", "probability=1e", "probability")]
    [InlineData("RiskAssessment", "probability=.5", "probability")]
    [InlineData("RiskAssessment", "probability=1e99", "probability")]
    [InlineData("Observation", "value-quantity=5.4|mg", "value-quantity")]
    [InlineData("Observation", "value-quantity=5.4|a|b|c", "value-quantity")]
    [InlineData("Observation", "value-quantity=|a|b", "value-quantity")]
    [InlineData("Observation", "code=a|b|c", "code")]
    [InlineData("Observation", "code=|", "code")]
    [InlineData("Observation", "code=a%5Cb", "code")]
    [InlineData("Observation", "code=a%5C", "code")]
    [InlineData("Patient", "name=a%00b", "name")]
    [InlineData("Patient", "name=,", "name")]
    [InlineData("Observation", "subject=not an id", "subject")]
    [InlineData("Observation", "subject=Nothing/1", "subject")]
    [InlineData("Observation", "patient=Group/1", "patient")]
    [InlineData("Observation", "subject:Patient=Group/1", "subject:Patient")]
    [InlineData("Observation", "component-code-value-quantity=8480-6", "component-code-value-quantity")]
    [InlineData("Observation", "component-code-value-quantity=a$1$2", "component-code-value-quantity")]
    [InlineData("Observation", "component-code-value-quantity=a$x", "component-code-value-quantity")]
    [InlineData("Patient", "identifier:of-type=a|b", "identifier:of-type")]
    [InlineData("Patient", "gender:missing=maybe", "gender:missing")]
    [InlineData("Patient", "gender:missing=true,false", "gender:missing")]
    [InlineData("Location", "near=91|0", "near")]
    [InlineData("Location", "near=1|2|3|parsec", "near")]
    [InlineData("ValueSet", "url:below=urn:oid:1.2", "url:below")]
    [InlineData("Patient", "_list=$current-problems", "_list")]
    // Modifiers that are not there, or not on this kind.
    [InlineData("Patient", "name:not=a", "name:not")]
    [InlineData("Patient", "gender:exact=male", "gender:exact")]
    [InlineData("Patient", "birthdate:contains=2024", "birthdate:contains")]
    [InlineData("Observation", "subject:Organization=1", "subject:Organization")]
    [InlineData("Observation", "code-value-quantity:not=a$1", "code-value-quantity:not")]
    [InlineData("Patient", "_id:exact=1", "_id:exact")]
    // Terminology that is not known.
    [InlineData("Observation", "code:in=urn:unknown", "code:in")]
    [InlineData("Observation", "code:not-in=urn:unknown", "code:not-in")]
    [InlineData("Observation", "code:below=http://snomed.info/sct|1", "code:below")]
    [InlineData("Observation", "code:above=bird", "code:above")]
    // Chains.
    [InlineData("Patient", "gender.code=x", "gender.code")]
    [InlineData("Observation", "subject:Practitioner.name=x", "subject:Practitioner.name")]
    [InlineData("Observation", "subject.name:not=x", "subject.name:not")]
    [InlineData("Patient", "link.link.link.link.link.link.name=x", "link.link.link.link.link.link.name")]
    [InlineData("Patient", "_has=Observation", "_has")]
    [InlineData("Patient", "_has:Observation:patient=x", "_has:Observation:patient")]
    [InlineData("Patient", "_has:Nothing:patient:code=x", "_has:Nothing:patient:code")]
    [InlineData("Patient", "_has:Observation:code:code=x", "_has:Observation:code:code")]
    [InlineData("Organization", "_has:Observation:patient:code=x", "_has:Observation:patient:code")]
    // The answer.
    [InlineData("Patient", "_count=-1", "_count")]
    [InlineData("Patient", "_count=many", "_count")]
    [InlineData("Patient", "_count=1&_count=2", "_count")]
    [InlineData("Patient", "_total=all", "_total")]
    [InlineData("Patient", "_summary=all", "_summary")]
    [InlineData("Patient", "_summary=1", "_summary")]
    [InlineData("Patient", "_summary=text&_include=Patient:organization", "_summary")]
    [InlineData("Patient", "_sort=nosuch", "_sort")]
    [InlineData("Patient", "_sort:desc=name", "_sort:desc")]
    [InlineData("Observation", "_sort=code-value-quantity", "_sort")]
    [InlineData("Patient", "_include=Patient:name", "_include")]
    [InlineData("Patient", "_include=organization", "_include")]
    [InlineData("Patient", "_include=Patient:organization:Group", "_include")]
    [InlineData("Patient", "_include=Patient:organization,Patient:link", "_include")]
    [InlineData("Patient", "_include:often=Patient:organization", "_include:often")]
    [InlineData("Patient", "_elements=a b", "_elements")]
    [InlineData("Patient", "_contained=true", "_contained")]
    [InlineData("Patient", "_query=mine", "_query")]
    [InlineData("Patient", "_type=Group", "_type")]
    [InlineData(null, "_type=Nothing", "_type")]
    [InlineData(null, "_type=Patient,Organization&birthdate=2024", "birthdate")]
    [InlineData(null, "name=a", "name")]
    public void A_lenient_search_is_refused_all_the_same(string? type, string query, string expression)
    {
        var refusal = _shelf.Read(type, query).Refusal;

        Assert.Equal(400, refusal!.Status);
        Assert.Equal(expression, Assert.Single(refusal.Issues).Expression);
        Assert.Contains(expression.Split(':')[0], refusal.Issues[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Patient", "nosuch=1")]
    [InlineData("Patient", "nosuch:exact=1")]
    [InlineData("Patient", "Name=1")]
    [InlineData("Observation", "subject.nosuch=1")]
    [InlineData("Observation", "nosuch.name=1")]
    [InlineData("Patient", "_has:Observation:nosuch:code=x")]
    [InlineData("Patient", "_has:Observation:patient:nosuch=x")]
    public void An_unknown_parameter_is_left_out_or_refused_when_strict(string type, string query)
    {
        var lenient = _shelf.Read(type, $"_id=1&{query}").Value!;
        var strict = _shelf.Read(type, $"_id=1&{query}", isStrict: true).Refusal;

        Assert.Equal("_id=1", lenient.QueryText);
        Assert.Equal(Described.Of(_shelf.Read(type, "_id=1").Value!.Query.Filter), Described.Of(lenient.Query.Filter));
        Assert.Equal(IssueSeverity.Warning, Assert.Single(lenient.Warnings).Severity);
        Assert.Equal(400, strict!.Status);
        Assert.Contains("nosuch", query.Replace("Name", "nosuch", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("QuestionnaireResponse", "questionnaire.title=x")]
    [InlineData("QuestionnaireResponse", "questionnaire:Questionnaire.title=x")]
    [InlineData("Task", "focus:QuestionnaireResponse.questionnaire.title=x")]
    [InlineData("Questionnaire", "_has:QuestionnaireResponse:questionnaire:status=completed")]
    [InlineData("QuestionnaireResponse", "_include=QuestionnaireResponse:questionnaire")]
    [InlineData("Questionnaire", "_revinclude=QuestionnaireResponse:questionnaire")]
    [InlineData("PlanDefinition", "_include:iterate=PlanDefinition:depends-on")]
    [InlineData("ConceptMap", "_include=ConceptMap:source-uri")]
    public void That_canonical_URLs_are_not_all_followed_is_told(string type, string query)
    {
        var request = _shelf.Read(type, query, isStrict: true).Value!;

        var warning = Assert.Single(request.Warnings);
        Assert.Equal((IssueSeverity.Warning, IssueCodes.NotSupported), (warning.Severity, warning.Code));
        Assert.Equal(query.Split('=')[0], warning.Expression);
        Assert.Contains("canonical", warning.Text, StringComparison.Ordinal);
        Assert.Equal(query, Uri.UnescapeDataString(request.QueryText));
    }

    [Fact]
    public void Each_parameter_that_holds_canonical_URLs_is_named()
        => Assert.Equal(
            ["questionnaire", "depends-on"],
            _shelf.Read("QuestionnaireResponse", string.Concat("_include=QuestionnaireResponse:questionnaire", "&_include=PlanDefinition:depends-on",
                "&_include=QuestionnaireResponse:questionnaire:Questionnaire")).Value!.Warnings.Select(warning => warning.Text.Split('\'')[3]));

    [Theory]
    [InlineData("QuestionnaireResponse", "questionnaire.title=x", false)]
    [InlineData("Questionnaire", "_has:QuestionnaireResponse:questionnaire:status=completed", false)]
    [InlineData("QuestionnaireResponse", "questionnaire=http://example.org/Questionnaire/q", true)]
    public void Criteria_that_would_follow_canonical_URLs_are_refused(string type, string query, bool isGood)
    {
        Assert.Equal(isGood, _shelf.Reader.TryReadCriteria(type, query, Shelf.Now, out _, out _, out var refusal));
        if (!isGood) Assert.Equal((400, IssueCodes.NotSupported), (refusal!.Status, Assert.Single(refusal.Issues).Code));
    }

    [Theory]
    [InlineData("QuestionnaireResponse", "questionnaire=http://example.org/Questionnaire/q")]
    [InlineData("QuestionnaireResponse", "_include=QuestionnaireResponse:subject")]
    [InlineData("QuestionnaireResponse", "_include=QuestionnaireResponse:*")]
    [InlineData("QuestionnaireResponse", "based-on.status=active")]
    [InlineData("Patient", "_has:QuestionnaireResponse:patient:questionnaire=http://example.org/Questionnaire/q")]
    public void Canonical_URLs_that_are_compared_and_not_followed_need_no_word(string type, string query)
        => Assert.Empty(_shelf.Read(type, query, isStrict: true).Value!.Warnings);

    [Fact]
    public void A_strict_refusal_lists_what_is_known()
        => Assert.Contains("birthdate", _shelf.Read("Patient", "birthday=2024", isStrict: true).Refusal!.Issues[0].Text, StringComparison.Ordinal);

    [Fact]
    public void All_mistakes_are_told_at_once()
        => Assert.Equal(["birthdate", "gender:exact", "_count"], _shelf.Read("Patient", "birthdate=x&gender:exact=y&_count=z").Refusal!.Issues.Select(issue => issue.Expression));

    [Fact]
    public void No_value_is_repeated_in_a_message()
        => Assert.DoesNotContain("Chalmers", _shelf.Read("Patient", "birthdate=Chalmers&identifier:of-type=Chalmers&name:Chalmers2=x").Refusal!.Issues[0].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Patient", "Nothing/1", 404)]
    [InlineData("Organization", "Patient/1", 404)]
    [InlineData("Nothing", null, 404)]
    public void What_is_not_there_is_not_found(string type, string? compartment, int status)
        => Assert.Equal(status, _shelf.Read(type, "", compartment: compartment).Refusal!.Status);

    [Fact]
    public void Limits_hold()
    {
        Assert.Null(_shelf.Read("Patient", string.Join('&', Enumerable.Repeat("name=a", 30))).Refusal);
        Assert.NotNull(_shelf.Read("Patient", string.Join('&', Enumerable.Repeat("name=a", 31))).Refusal);
        Assert.Null(_shelf.Read("Patient", "name=" + string.Join(',', Enumerable.Repeat("a", 500))).Refusal);
        Assert.NotNull(_shelf.Read("Patient", "name=" + string.Join(',', Enumerable.Repeat("a", 501))).Refusal);
        Assert.NotNull(_shelf.Read("Patient", string.Join('&', Enumerable.Repeat("_include=Patient:link", 11))).Refusal);
        Assert.NotNull(_shelf.Read("Observation", "focus=" + string.Join(',', Enumerable.Range(0, 50))).Refusal);
    }

    [Theory]
    [InlineData("", 20)]
    [InlineData("_count=7", 7)]
    [InlineData("_count=5000", 1000)]
    [InlineData("_count=99999999999999", 1000)]
    public void A_page_has_so_many(string query, int count) => Assert.Equal(count, _shelf.Read("Patient", query).Value!.Query.Count);

    [Fact]
    public void The_self_link_says_what_was_used()
    {
        var request = _shelf.Read("Patient", "name:exact=M%C3%BCller%20%26%20Co&foo=1&gender=&_count=5000&_include:recurse=Patient:organization&_format=json&_sort=-birthdate").Value!;

        Assert.Equal("name:exact=M%C3%BCller%20%26%20Co&_count=1000&_include:iterate=Patient:organization&_format=json&_sort=-birthdate", request.QueryText);
    }

    [Fact]
    public void An_order_has_several_keys_and_directions()
    {
        var sort = _shelf.Read("Patient", "_sort=-birthdate,family,_id,-_lastUpdated").Value!.Query.Sort;

        Assert.Equal([SortField.Entry, SortField.Entry, SortField.Id, SortField.LastUpdated], sort.Select(key => key.Field));
        Assert.Equal([true, false, false, true], sort.Select(key => key.IsDescending));
        Assert.Equal([EntryKind.Date, EntryKind.String], sort.Take(2).Select(key => key.Kind));
    }

    [Fact]
    public void A_date_without_zone_is_in_the_configured_one()
    {
        using var shelf = new Shelf(options: new SearchOptions { TimeZone = "Europe/Berlin" });

        // Midnight in Berlin is 22:00 UTC in summer and 23:00 UTC in winter: this day of change has 25 hours.
        Assert.Equal(("2025-10-25T22:00:00Z", "2025-10-26T23:00:00Z"), Span(shelf.Read("Observation", "date=2025-10-26").Value!));
        Assert.Equal(("2025-07-01T08:00:00Z", "2025-07-01T08:01:00Z"), Span(shelf.Read("Observation", "date=2025-07-01T10:00").Value!));
        Assert.Equal(("2025-07-01T10:00:00Z", "2025-07-01T10:00:01Z"), Span(shelf.Read("Observation", "date=2025-07-01T10:00:00Z").Value!));
    }

    [Fact]
    public void Approximate_dates_are_wider_the_farther_from_now()
    {
        // Now is 2026-01-01: ten days after the end of the day searched for, hence one day on both sides.
        Assert.Equal(("2025-12-20T00:00:00Z", "2025-12-23T00:00:00Z"), Span(_shelf.Read("Observation", "date=ap2025-12-21").Value!));
        Assert.Equal(("2026-01-10T00:00:00Z", "2026-01-13T00:00:00Z"), Span(_shelf.Read("Observation", "date=ap2026-01-11").Value!));
        Assert.Equal(("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"), Span(_shelf.Read("Observation", "date=ap2026-01-01").Value!));
    }

    [Fact]
    public async Task Codes_of_value_sets_and_hierarchies_are_searched_for()
    {
        _shelf.Add("o1", new Entries("Observation").Token("code", "Bird", "urn:animals")).Add("o2", new Entries("Observation").Token("code", "animal", "urn:animals"));

        Assert.Equal("o1", await _shelf.Find("Observation", "code:in=urn:birds"));
        Assert.Equal("o2", await _shelf.Find("Observation", "code:not-in=urn:birds"));
        Assert.Equal("o1 o2", await _shelf.Find("Observation", "code:below=urn:animals|animal"));
        Assert.Equal("o1 o2", await _shelf.Find("Observation", "code:above=urn:animals|Bird"));
        Assert.Equal("o2", await _shelf.Find("Observation", "code:above=urn:animals|animal"));
    }

    [Theory]
    [InlineData("identifier=urn:mrn|1")]
    [InlineData("?identifier=urn:mrn|1")]
    [InlineData("Patient?identifier=urn:mrn|1")]
    [InlineData("identifier=urn%3Amrn%7C1")]
    [InlineData("identifier=urn:mrn|1&_format=json")]
    [InlineData("identifier=urn:mrn|1,urn:mrn|1")]
    public void Criteria_are_read_however_they_are_written(string text)
    {
        Assert.True(_shelf.Reader.TryReadCriteria("Patient", text, Shelf.Now, out var query, out var canonical, out _));
        Assert.Equal("identifier=urn:mrn|1", canonical);
        Assert.Equal(2, query.Count);
        Assert.NotNull(query.Filter);
    }

    [Fact]
    public void Criteria_in_another_order_are_the_same()
    {
        Assert.True(_shelf.Reader.TryReadCriteria("Patient", "name=b,a&active=true", Shelf.Now, out _, out var one, out _));
        Assert.True(_shelf.Reader.TryReadCriteria("Patient", "active=true&name=a,b", Shelf.Now, out _, out var other, out _));
        Assert.Equal(one, other);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("_format=json")]
    [InlineData("identifier=")]
    [InlineData("identifier=&active=true")]
    [InlineData("identifer=1")]
    [InlineData("_count=1&active=true")]
    [InlineData("active=true&_sort=name")]
    [InlineData("general-practitioner=1")]
    [InlineData("birthdate=x")]
    [InlineData("Group?active=true")]
    public void Criteria_that_could_match_too_much_are_refused(string text)
    {
        Assert.False(_shelf.Reader.TryReadCriteria("Patient", text, Shelf.Now, out _, out _, out var refusal));
        Assert.Equal(400, refusal.Status);
    }

    [Property(MaxTest = 500)]
    public Property Random_text_never_throws()
        => Prop.ForAll(Arbitrary(), query =>
        {
            foreach (var type in new[] { "Observation", null })
            {
                var read = _shelf.Read(type, query, isStrict: query.Length % 2 == 0);
                Assert.True((read.Value is null) != (read.Refusal is null));
            }
        });

    [Property(MaxTest = 500)]
    public Property The_canonical_form_reads_as_the_same_search()
        => Prop.ForAll(Arbitrary(), query =>
        {
            if (_shelf.Read("Observation", query).Value is not { } first) return;
            var second = _shelf.Read("Observation", first.QueryText, isStrict: true).Value!;
            Assert.Equal(first.QueryText, second.QueryText);
            Assert.Equal(Described.Of(first.Query.Filter), Described.Of(second.Query.Filter));
            Assert.Equal(first.Query with { Filter = null, Sort = [] }, second.Query with { Filter = null, Sort = [], Types = first.Query.Types });
        });

    public void Dispose() => _shelf.Dispose();

    private static (string From, string To) Span(SearchRequest request)
    {
        var date = Assert.IsType<DateTest>(Assert.IsType<HasEntry>(request.Query.Filter).Test);
        return (Text(date.From), Text(date.To));

        static string Text(long instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>Queries that are half right: real names and modifiers, values put together from pieces that matter.</summary>
    private static Arbitrary<string> Arbitrary()
    {
        string[] names =
        [
            "code", "date", "value-quantity", "subject", "status", "identifier", "code-value-quantity", "subject.name", "subject:Patient.birthdate", "_id", "_lastUpdated",
            "_tag", "_profile", "_text", "_list", "_filter", "_has:Provenance:target:agent", "_sort", "_count", "_include", "_summary", "_elements", "nosuch", "a.b", "_has:", "", ".", ":",
        ];
        string[] modifiers = ["", "", "", ":not", ":missing", ":exact", ":text", ":in", ":below", ":of-type", ":identifier", ":Patient", ":iterate", ":", ":x"];
        string[] pieces =
        [
            "a", "1", "2024-01-01", "T10:00:00", "Z", "+", "%2B", "|", "$", ",", "\\", "%5C,", "ge", "ap", "5.40", "e2", "http://loinc.org", "Patient/1", "true", "Observation:subject", "-date",
            " eq ", "(", ")", "\"", "[", "]", " and ", "%00", "\u00e9", "\ud83d\ude00", "%", "&", "=",
        ];
        var value = Gen.Elements(pieces).ListOf().Select(list => string.Concat(list.Take(6)));
        var pair = Gen.Elements(names).SelectMany(name => Gen.Elements(modifiers).SelectMany(modifier => value.Select(text => $"{name}{modifier}={text}")));
        return Gen.OneOf(pair.ListOf().Select(list => string.Join('&', list.Take(4))), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).ToArbitrary();
    }
}
