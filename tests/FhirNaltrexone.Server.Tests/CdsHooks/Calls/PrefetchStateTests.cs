using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Calls;

/// <summary>The seven states of a prefetch key, without a FHIR server to fall back on.</summary>
public sealed class PrefetchStateTests : IDisposable
{
    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_complete_bundle_is_proof()
    {
        var chart = await _server.ChartAsync(Call.With("conditions", Call.Bundle(Call.Condition("c1"))));

        Assert.Equal(["Condition/c1", "Patient/pt"], chart.Keys);
        Assert.Empty(chart.Unread);
    }

    [Fact]
    public async Task An_empty_bundle_without_entry_total_and_type_is_proof()
    {
        var chart = await _server.ChartAsync(Call.With("conditions", new JsonObject { ["resourceType"] = "Bundle" }));

        Assert.Empty(chart.Unread);
    }

    [Fact]
    public async Task An_absent_key_is_unread()
        => Assert.Equal(["Condition"], (await _server.ChartAsync(Call.Without("conditions"))).Unread);

    [Fact]
    public async Task Null_is_unread() => Assert.Equal(["Condition"], (await _server.ChartAsync(Call.With("conditions", null))).Unread);

    [Fact]
    public async Task Null_is_an_answer_from_a_trusted_client_but_never_for_the_patient()
    {
        using var trusting = new TestServer(("CdsHooks:TrustNullPrefetch", "true"));

        var chart = await trusting.ChartAsync(Call.With("conditions", null));
        using var refused = await trusting.PostAsync(Call.With("patient", null));

        Assert.Empty(chart.Unread);
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
    }

    [Fact]
    public async Task A_lone_resource_for_a_search_is_a_finding_and_no_proof()
    {
        var chart = await _server.ChartAsync(Call.With("conditions", Call.Condition("c1")));

        Assert.Contains("Condition/c1", chart.Keys);
        Assert.Equal(["Condition"], chart.Unread);
    }

    /// <summary>FHIR R4, References, 2.3.0.5: an absolute address names another server's resource, whatever its id.</summary>
    [Theory]
    [InlineData("""{"reference":"https://other.example.org/fhir/Patient/pt"}""")]
    [InlineData("""{"reference":"Device/pt"}""")]
    [InlineData("""{"reference":"#p"}""")]
    [InlineData("""{"display":"Somebody Else"}""")]
    [InlineData("""{"identifier":{"value":"pt"}}""")]
    [InlineData("null")]
    public async Task A_record_that_does_not_say_that_it_is_the_patients_proves_nothing(string subject)
    {
        var unclear = Call.Condition("unclear");
        unclear["subject"] = JsonNode.Parse(subject);

        var chart = await _server.ChartAsync(Call.With("conditions", Call.Bundle(Call.Condition("c1"), unclear)));
        var extra = await _server.ChartAsync(Call.With("own", unclear.DeepClone()));

        Assert.Equal(["Condition/c1", "Patient/pt"], chart.Keys);
        Assert.Equal(["Condition"], chart.Unread);
        Assert.DoesNotContain("Condition/unclear", extra.Keys);
        Assert.Equal(["Condition"], extra.Unread);
    }

    [Fact]
    public async Task A_record_that_names_the_patient_at_the_server_named_is_read_and_at_another_is_not()
    {
        var (named, elsewhere) = (Call.Condition("named"), Call.Condition("elsewhere"));
        named["subject"]!["reference"] = "https://ehr.example.org/fhir/Patient/pt";
        elsewhere["subject"]!["reference"] = "https://other.example.org/fhir/Patient/pt";
        var bundle = Call.Bundle(named, elsewhere);
        bundle["entry"]![1]!["fullUrl"] = "https://other.example.org/fhir/Condition/elsewhere";
        var call = Call.With("conditions", bundle);
        call["fhirServer"] = "https://ehr.example.org/fhir/";

        var chart = await _server.ChartAsync(call);

        Assert.Equal(["Condition/named", "Patient/pt"], chart.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["Condition"], chart.Unread);
    }

    [Fact]
    public async Task Where_no_server_is_named_a_record_that_names_the_patient_at_its_own_address_is_read()
    {
        var own = Call.Condition("own");
        own["subject"]!["reference"] = "http://10.0.0.1:8080/fhir/Patient/pt";
        var bundle = Call.Bundle(own);
        bundle["entry"]![0]!["fullUrl"] = "http://10.0.0.1:8080/fhir/Condition/own";

        var chart = await _server.ChartAsync(Call.With("conditions", bundle));

        Assert.Equal(["Condition/own", "Patient/pt"], chart.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(chart.Unread);
    }

    [Fact]
    public async Task A_page_with_more_to_come_is_a_finding_and_no_proof()
    {
        var page = Call.Bundle(Call.Condition("c1"));
        page["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = "https://ehr.example.org/fhir?page=2" });

        var chart = await _server.ChartAsync(Call.With("conditions", page));

        Assert.Contains("Condition/c1", chart.Keys);
        Assert.Equal(["Condition"], chart.Unread);
    }

    [Fact]
    public async Task A_bundle_that_holds_less_than_its_total_is_no_proof()
    {
        var bundle = Call.Bundle(Call.Condition("c1"));
        bundle["total"] = 2;

        Assert.Equal(["Condition"], (await _server.ChartAsync(Call.With("conditions", bundle))).Unread);
    }

    /// <summary>The total of a search counts its matches (FHIR R4, Bundle.total), and what a server puts beside them may be of the same type.</summary>
    [Fact]
    public async Task What_is_included_is_no_match_though_it_is_of_the_type_asked_for()
    {
        var bundle = Call.Bundle(Call.Condition("c1"), Call.Condition("c2"));
        bundle["entry"]![1]!["search"] = new JsonObject { ["mode"] = "include" };

        var lacking = await _server.ChartAsync(Call.With("conditions", bundle.DeepClone()));
        bundle["total"] = 1;
        var complete = await _server.ChartAsync(Call.With("conditions", bundle));

        Assert.Equal(["Condition"], lacking.Unread);
        Assert.Contains("Condition/c2", lacking.Keys);
        Assert.Empty(complete.Unread);
    }

    [Fact]
    public async Task An_operation_outcome_is_unread_alone_and_as_entry()
    {
        var alone = await _server.ChartAsync(Call.With("conditions", Call.OperationOutcome("forbidden")));
        var entry = await _server.ChartAsync(Call.With("conditions", Call.Bundle(Call.Condition("c1"), Call.OperationOutcome("timeout"))));

        Assert.Equal(["Condition"], alone.Unread);
        Assert.Equal(["Condition"], entry.Unread);
        Assert.Contains("Condition/c1", entry.Keys);
    }

    [Fact]
    public async Task A_hint_beside_a_complete_result_takes_nothing_away()
    {
        var result = Call.Bundle(Call.OperationOutcome("informational", "information"));
        result["total"] = 0;

        var chart = await _server.ChartAsync(Call.With("conditions", result));

        Assert.Empty(chart.Unread);
    }

    [Theory]
    [InlineData("suppressed")]
    [InlineData("incomplete")]
    [InlineData("too-costly")]
    [InlineData("security")]
    public async Task A_hint_that_something_is_missing_is_no_hint(string code)
    {
        var chart = await _server.ChartAsync(Call.With("conditions", Call.Bundle(Call.Condition("c1"), Call.OperationOutcome(code, "information"))));

        Assert.Equal(["Condition"], chart.Unread);
        Assert.Contains("Condition/c1", chart.Keys);
    }

    /// <summary>Some servers warn of each search without a result.</summary>
    [Theory]
    [InlineData("""{"severity":"warning","code":"not-found"}""")]
    [InlineData("""{"severity":"warning","code":"not-found","diagnostics":"No resources were found."}""")]
    [InlineData("""{"severity":"information","code":"not-found"}""")]
    [InlineData("""{"severity":"information","code":"informational"},{"severity":"warning","code":"not-found"}""")]
    [InlineData("""{"severity":"warning","code":"processing","details":{"coding":[{"system":"urn:oid:1.2.840.114350.1.13.861.1.7.2.657369","code":"4101","display":"Resource request returns no results."}],"text":"Resource request returns no results."}}""")]
    public async Task A_warning_that_nothing_was_found_takes_nothing_away_from_an_empty_result(string issues)
    {
        var counted = await _server.ChartAsync(Call.With("conditions", NothingFound(issues, ""","total":0""")));
        var uncounted = await _server.ChartAsync(Call.With("conditions", NothingFound(issues, "")));

        Assert.Empty(counted.Unread);
        Assert.Empty(uncounted.Unread);
    }

    [Theory]
    [InlineData("""{"severity":"error","code":"not-found"}""", "")]
    [InlineData("""{"severity":"warning","code":"processing"}""", "")]
    [InlineData("""{"severity":"warning","code":"not-supported"}""", "")]
    [InlineData("""{"severity":"warning","code":"processing","details":{"coding":[{"system":"urn:oid:1.2.840.114350.1.13.861.1.7.2.657369","code":"4119"}]}}""", "")]
    [InlineData("""{"severity":"warning","code":"processing","details":{"coding":[{"system":"urn:oid:1.2.840.114350.1.13.861.1.7.2.657369","code":"4101"},{"system":"urn:oid:1.2.840.114350.1.13.861.1.7.2.657369","code":"4119"}]}}""", "")]
    [InlineData("""{"severity":"warning","code":"processing","details":{"coding":[{"system":"urn:oid:1.2.840.114350.1.13.861.1.7.2.657369","code":"4101"}]}},{"severity":"warning","code":"processing","details":{"coding":[{"system":"urn:oid:1.2.840.114350.1.13.861.1.7.2.657369","code":"4119"}]}}""", "")]
    [InlineData("""{"severity":"warning","code":"processing","details":{"coding":[{"system":"https://codes.example.org","code":"4101"}]}}""", "")]
    [InlineData("""{"severity":"warning","code":"processing","details":{"coding":[{"code":"4101"}]}}""", "")]
    [InlineData("""{"severity":"warning","code":"processing","details":{"coding":[]}}""", "")]
    [InlineData("""{"severity":"warning","code":"processing","details":{"text":"Resource request returns no results."}}""", "")]
    [InlineData("""{"severity":"warning","code":"suppressed","details":{"coding":[{"system":"urn:oid:1.2.840.114350.1.13.861.1.7.2.657369","code":"4101"}]}}""", "")]
    [InlineData("""{"severity":"error","code":"processing","details":{"coding":[{"system":"urn:oid:1.2.840.114350.1.13.861.1.7.2.657369","code":"4101"}]}}""", "")]
    [InlineData("""{"severity":"warning","code":"processing","details":{"coding":[{"system":"urn:oid:1.2.840.114350.1.13.861.1.7.2.657369","code":"4101"}]}}""", ""","total":1""")]
    [InlineData("""{"severity":"warning","code":"not-found"},{"severity":"warning","code":"incomplete"}""", "")]
    [InlineData("""{"severity":"warning","code":"not-found"},{"severity":"information","code":"suppressed"}""", "")]
    [InlineData("""{"severity":"warning","code":"not-found","expression":["http.patient"]}""", "")]
    [InlineData("""{"severity":"warning","code":"not-found","location":["http.patient"]}""", "")]
    [InlineData("""{"severity":"warning","code":"not-found"}""", ""","total":1""")]
    [InlineData("""{"severity":"warning","code":"not-found"}""", ""","total":null""")]
    [InlineData("""{"severity":"warning","code":"not-found"}""", ""","link":[{"relation":"next","url":"https://ehr.example.org/fhir?page=2"}]""")]
    [InlineData("""{"severity":"warning","code":"not-found"}""", ""","meta":{"security":[{"code":"REDACTED"}]}""")]
    public async Task Whatever_else_a_warning_says_is_no_proof(string issues, string beside)
        => Assert.Equal(["Condition"], (await _server.ChartAsync(Call.With("conditions", NothingFound(issues, beside)))).Unread);

    [Fact]
    public async Task A_warning_that_something_was_not_found_beside_a_result_is_no_proof()
    {
        var chart = await _server.ChartAsync(Call.With("conditions", Call.Bundle(Call.Condition("c1"), Call.OperationOutcome("not-found", "warning"))));

        Assert.Equal(["Condition"], chart.Unread);
        Assert.Contains("Condition/c1", chart.Keys);
    }

    [Fact]
    public async Task A_warning_that_the_patient_was_not_found_is_no_patient()
        => Assert.Equal(["Patient"], (await _server.ChartAsync(Call.With("patient", Call.Bundle(Call.OperationOutcome("not-found", "warning"))))).Unread);

    [Theory]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":{"resource":{"resourceType":"Condition","id":"c1"}}}""")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":null}""")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","total":"50"}""")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","total":50.0}""")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","total":null}""")]
    public async Task A_bundle_that_cannot_be_read_whole_is_no_proof(string bundle)
        => Assert.Equal(["Condition"], (await _server.ChartAsync(Call.With("conditions", JsonNode.Parse(bundle)))).Unread);

    [Theory]
    [InlineData("Bundle")]
    [InlineData("condition")]
    [InlineData("Diagnosis")]
    public async Task An_entry_that_no_rule_can_read_beside_others_is_no_proof(string type)
    {
        var chart = await _server.ChartAsync(Call.With("conditions", Call.Bundle(Call.Condition("c1"), Call.Resource(type, "x"))));

        Assert.Equal(["Condition"], chart.Unread);
        Assert.Contains("Condition/c1", chart.Keys);
    }

    [Theory]
    [InlineData("200 OK", true)]
    [InlineData("404", false)]
    public async Task The_wrapper_of_old_drafts_counts_when_its_status_says_success(string status, bool counts)
    {
        var wrapper = new JsonObject
        {
            ["response"] = new JsonObject { ["status"] = status },
            ["resource"] = Call.Bundle(Call.Condition("c1")),
        };

        var chart = await _server.ChartAsync(Call.With("conditions", wrapper));

        Assert.Equal(counts ? [] : ["Condition"], chart.Unread);
        Assert.Equal(counts, chart.Keys.Contains("Condition/c1"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\"none\"")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("""{"resourceType":"Practitioner","id":"x"}""")]
    public async Task What_is_not_an_answer_is_unread(string value)
        => Assert.Equal(["Condition"], (await _server.ChartAsync(Call.With("conditions", JsonNode.Parse(value)))).Unread);

    [Fact]
    public async Task A_bundle_of_another_type_only_is_unread_but_its_resources_count()
    {
        var chart = await _server.ChartAsync(Call.With("liverTests", Call.Bundle(Call.Condition("c1"))));

        Assert.Equal(["Observation"], chart.Unread);
        Assert.Contains("Condition/c1", chart.Keys);
    }

    [Fact]
    public async Task Resources_under_unknown_keys_are_findings()
    {
        var chart = await _server.ChartAsync(Call.With("somethingElse", Call.Bundle(Call.Condition("c9"))));

        Assert.Contains("Condition/c9", chart.Keys);
    }

    [Fact]
    public async Task The_same_resource_under_two_keys_counts_once_in_its_newest_version()
    {
        var old = Call.Condition("c1");
        old["meta"] = new JsonObject { ["versionId"] = "9" };
        var @new = Call.Condition("c1");
        @new["meta"] = new JsonObject { ["versionId"] = "10" };
        var call = Call.With("conditions", Call.Bundle(@new));
        call["prefetch"]!["extra"] = Call.Bundle(old);

        var chart = await _server.ChartAsync(call);

        Assert.Equal(["Condition/c1", "Patient/pt"], chart.Keys);
        Assert.Equal("10", (string?)chart.Resource("Condition/c1")["meta"]!["versionId"]);
    }

    [Fact]
    public async Task Copies_of_which_none_is_known_to_be_newer_count_each()
    {
        var call = Call.With("medicationRequests", Call.Bundle(Order("o1", "stopped"), Order("o1", "active"), Order("o1", "active")));

        var chart = await _server.ChartAsync(call);

        Assert.Equal(["MedicationRequest/o1", "MedicationRequest/o1", "Patient/pt"], chart.Keys);
    }

    [Fact]
    public async Task A_chart_has_one_patient_however_many_copies_differ()
    {
        var included = Call.Resource("Patient", Call.Patient);
        included["gender"] = "female";

        var chart = await _server.ChartAsync(Call.With("conditions", Call.Bundle(Call.Condition("c1"), included)));

        Assert.Equal(["Condition/c1", "Patient/pt"], chart.Keys);
    }

    [Fact]
    public async Task Equal_ids_at_two_addresses_are_two_resources_whatever_their_versions()
    {
        var bundle = Call.Bundle(Order("o1", "stopped", version: "3"), Order("o1", "active", version: "1"), Order("o1", "on-hold", version: "2"));
        foreach (var (index, host) in new[] { "a", "b", "a" }.Index()) bundle["entry"]![index]!["fullUrl"] = $"https://{host}.example.org/fhir/MedicationRequest/o1";

        var chart = await _server.ChartAsync(Call.With("medicationRequests", bundle));

        Assert.Equal(["MedicationRequest/o1", "MedicationRequest/o1", "Patient/pt"], chart.Keys);
    }

    [Fact]
    public async Task The_draft_being_signed_hides_its_stored_draft()
    {
        var chart = await _server.ChartAsync(Call.With("medicationRequests", Call.Bundle(Call.Order("draft"), Call.Order("other"))));

        Assert.Equal(["MedicationRequest/other", "Patient/pt"], chart.Keys);
        Assert.Single(chart.Drafts);
    }

    [Theory]
    [InlineData("active")]
    [InlineData("stopped")]
    [InlineData(null)]
    public async Task The_draft_being_signed_hides_no_order_that_is_more_than_a_draft(string? status)
    {
        var chart = await _server.ChartAsync(Call.With("medicationRequests", Call.Bundle(Order("draft", status))));

        Assert.Equal(["MedicationRequest/draft", "Patient/pt"], chart.Keys);
        Assert.Single(chart.Drafts);
    }

    [Fact]
    public async Task Null_for_the_patient_is_answered_with_412_that_names_the_key()
    {
        using var response = await _server.PostAsync(Call.With("patient", null));

        var issue = (await Outcome.ReadAsync(response, HttpStatusCode.PreconditionFailed)).Single();
        Assert.Equal("prefetch.patient", issue.Expression);
        Assert.Contains("'patient'", issue.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_read_at_all_is_answered_with_412_that_names_every_key()
    {
        var call = Call.OrderSign();
        call.Remove("prefetch");

        using var response = await _server.PostAsync(call);

        var issues = await Outcome.ReadAsync(response, HttpStatusCode.PreconditionFailed);
        Assert.Equal(FakeCdsService.Templates.Select(template => $"prefetch.{template.Key}"), issues.Select(issue => issue.Expression));
    }

    [Fact]
    public async Task Nothing_read_and_nothing_concerned_is_an_empty_list_of_cards()
    {
        _server.Service.Rules = _ => [];
        var call = Call.OrderSign();
        call.Remove("prefetch");

        Assert.Empty(await _server.CardsAsync(call));
    }

    [Fact]
    public async Task Nothing_read_on_a_hook_without_drafts_is_412_even_when_no_rule_speaks()
    {
        _server.Service.Rules = _ => [];
        var call = Call.OrderSign();
        call["hook"] = "patient-view";
        call.Remove("prefetch");

        using var response = await _server.PostAsync(call);

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
    }

    private static JsonObject Order(string id, string? status, string? version = null)
    {
        var order = Call.Order(id);
        order["status"] = status;
        if (version is not null) order["meta"] = new JsonObject { ["versionId"] = version };
        return order;
    }

    private static JsonNode? NothingFound(string issues, string beside)
        => JsonNode.Parse($$$"""{"resourceType":"Bundle","type":"searchset"{{{beside}}},"entry":[{"resource":{"resourceType":"OperationOutcome","issue":[{{{issues}}}]},"search":{"mode":"outcome"}}]}""");
}
