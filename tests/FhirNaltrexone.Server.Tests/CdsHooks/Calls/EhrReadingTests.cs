using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Calls;

/// <summary>Missing data is read from the FHIR server of the call, and what cannot be read is said.</summary>
public sealed class EhrReadingTests : IAsyncLifetime
{
    private FakeFhirServer _fhir = null!;
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _fhir = await FakeFhirServer.StartAsync(
            Call.Resource("Patient", Call.Patient), Call.Condition("c1"), Call.Condition("c2"), Call.Condition("c3"));
        _server = new TestServer(_fhir);
    }

    public async ValueTask DisposeAsync()
    {
        _server.Dispose();
        await _fhir.DisposeAsync();
    }

    [Fact]
    public async Task An_absent_key_is_read_with_the_query_of_its_template_and_the_token_of_the_call()
    {
        var chart = await _server.ChartAsync(Call.Without("conditions").At(_fhir));

        Assert.Equal(["Condition/c1", "Condition/c2", "Condition/c3", "Patient/pt"], chart.Keys);
        Assert.Empty(chart.Unread);
        var request = Assert.Single(_fhir.Requests);
        Assert.Equal(("/fhir/Condition", "?patient=pt", "Bearer secret-token"), request);
    }

    [Fact]
    public async Task A_complete_prefetch_needs_no_query()
    {
        await _server.ChartAsync(Call.OrderSign().At(_fhir));

        Assert.Empty(_fhir.Requests);
    }

    [Fact]
    public async Task A_call_without_any_prefetch_is_answered_from_the_server()
    {
        var call = Call.OrderSign().At(_fhir, token: null);
        call.Remove("prefetch");

        var chart = await _server.ChartAsync(call);

        Assert.Empty(chart.Unread);
        Assert.Contains("Patient/pt", chart.Keys);
        Assert.All(_fhir.Requests, request => Assert.Null(request.Authorization));
    }

    [Fact]
    public async Task Null_is_asked_again()
    {
        var chart = await _server.ChartAsync(Call.With("conditions", null).At(_fhir));

        Assert.Empty(chart.Unread);
        Assert.Contains("Condition/c3", chart.Keys);
    }

    [Theory]
    [InlineData("forbidden", 0)]
    [InlineData("not-supported", 0)]
    [InlineData("timeout", 1)]
    [InlineData("transient", 1)]
    public async Task What_the_client_tried_in_vain_is_asked_again_only_if_the_failure_may_pass(string code, int requests)
    {
        await _server.ChartAsync(Call.With("conditions", Call.OperationOutcome(code)).At(_fhir));

        Assert.Equal(requests, _fhir.Requests.Count);
    }

    [Fact]
    public async Task Pages_are_followed_to_the_end()
    {
        _fhir.PageSize = 1;

        var chart = await _server.ChartAsync(Call.Without("conditions").At(_fhir));

        Assert.Equal(["Condition/c1", "Condition/c2", "Condition/c3", "Patient/pt"], chart.Keys);
        Assert.Empty(chart.Unread);
    }

    [Fact]
    public async Task The_next_page_of_a_prefetch_bundle_is_followed()
    {
        var first = Call.Bundle(Call.Condition("c1"));
        first["total"] = 3;
        first["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = $"{_fhir.Base}/Condition?patient=pt&_offset=1" });

        var chart = await _server.ChartAsync(Call.With("conditions", first).At(_fhir));

        Assert.Equal(["Condition/c1", "Condition/c2", "Condition/c3", "Patient/pt"], chart.Keys);
        Assert.Empty(chart.Unread);
        Assert.Equal("?patient=pt&_offset=1", Assert.Single(_fhir.Requests).Query);
    }

    /// <summary>No further page makes good what one of them lacks.</summary>
    [Theory]
    [InlineData("entry")]
    [InlineData("total")]
    [InlineData("security")]
    public async Task A_page_with_gaps_is_no_proof_however_clean_the_others_are(string gap)
    {
        _fhir.PageSize = 2;
        _fhir.Change = (offset, bundle) =>
        {
            if (offset > 0) return;
            if (gap == "entry") bundle["entry"]!.AsArray().Add(new JsonObject { ["fullUrl"] = "urn:uuid:1" });
            else if (gap == "total") bundle["total"] = "many";
            else bundle["meta"] = new JsonObject { ["security"] = new JsonArray(new JsonObject { ["code"] = "REDACTED" }) };
        };

        var chart = await _server.ChartAsync(Call.Without("conditions").At(_fhir));

        Assert.Equal(["Condition/c1", "Condition/c2", "Condition/c3", "Patient/pt"], chart.Keys);
        Assert.Equal(["Condition"], chart.Unread);
    }

    [Fact]
    public async Task What_a_page_has_included_is_no_match_of_its_total()
    {
        var first = Call.Bundle(Call.Condition("c1"), Call.Resource("Practitioner", "p1"), Call.Resource("Practitioner", "p2"));
        foreach (var place in new[] { 1, 2 }) first["entry"]![place]!["search"] = new JsonObject { ["mode"] = "include" };
        first["total"] = 3;
        first["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = $"{_fhir.Base}/Condition?patient=pt&_offset=3" });

        var chart = await _server.ChartAsync(Call.With("conditions", first).At(_fhir));

        Assert.Equal(["Condition"], chart.Unread);
    }

    [Fact]
    public async Task What_a_page_has_included_is_no_match_though_it_is_of_the_type_asked_for()
    {
        var first = Call.Bundle(Call.Condition("c1"), Call.Condition("c9"));
        first["entry"]![1]!["search"] = new JsonObject { ["mode"] = "include" };
        first["total"] = 4;
        first["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = $"{_fhir.Base}/Condition?patient=pt&_offset=1" });
        _fhir.Change = (_, bundle) => bundle["total"] = 4;

        var chart = await _server.ChartAsync(Call.With("conditions", first).At(_fhir));

        Assert.Equal(["Condition"], chart.Unread);
    }

    /// <summary>What is left out takes no room, and its type stays unread for the right reason.</summary>
    [Theory]
    [InlineData(4, false)]
    [InlineData(3, true)]
    public async Task Of_what_the_server_brings_no_more_is_kept_than_a_call_may_carry(int most, bool isTooMuch)
    {
        _fhir.Change = (_, bundle) =>
        {
            var entries = bundle["entry"]!.AsArray();
            for (var number = 0; number < 3; number++)
                entries.Insert(0, new JsonObject { ["resource"] = new JsonObject { ["resourceType"] = "Observation", ["id"] = $"o{number}", ["status"] = "final" }, ["search"] = new JsonObject { ["mode"] = "include" } });
        };
        using var server = new TestServer(_fhir, ("CdsHooks:MaxResources", $"{most + 1}"));

        var chart = await server.ChartAsync(Call.Without("conditions").At(_fhir));

        Assert.Equal(isTooMuch ? ["Condition/c1", "Condition/c2", "Patient/pt"] : ["Condition/c1", "Condition/c2", "Condition/c3", "Patient/pt"], chart.Keys);
        Assert.Equal(isTooMuch, chart.Unread.Contains("Condition"));
        Assert.Contains("Observation", chart.Unread);
    }

    [Fact]
    public async Task Records_of_nobody_from_the_server_are_told_as_such()
    {
        _fhir.Change = (_, bundle) =>
        {
            foreach (var entry in bundle["entry"]!.AsArray()) entry!["resource"]!.AsObject().Remove("subject");
        };
        var call = Call.OrderSign().At(_fhir);
        call.Remove("prefetch");
        _fhir.Fail("Patient", 404);
        foreach (var type in new[] { "MedicationRequest", "Observation" }) _fhir.Fail(type, 404);

        using var response = await _server.PostAsync(call);

        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("reading it from fhirServer failed (business-rule)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("was not asked for again", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_of_nobody_that_another_query_brings_leaves_its_own_type_unread()
    {
        _fhir.Change = (_, bundle) => bundle["entry"]!.AsArray().Add(new JsonObject
        {
            ["resource"] = new JsonObject { ["resourceType"] = "Observation", ["id"] = "o", ["status"] = "final" },
            ["search"] = new JsonObject { ["mode"] = "include" },
        });

        var chart = await _server.ChartAsync(Call.Without("conditions").At(_fhir));

        Assert.Contains("Observation", chart.Unread);
        Assert.DoesNotContain("Observation/o", chart.Keys);
    }

    /// <summary>Some servers warn of each search without a result; after a result it says that something else was not found.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_warning_that_nothing_was_found_is_believed_of_an_empty_result_alone(bool isAfterAPage)
    {
        _fhir.PageSize = 3;
        _fhir.Change = (offset, bundle) =>
        {
            if (isAfterAPage && offset == 0)
            {
                bundle["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = $"{_fhir.Base}/Condition?patient=pt&_offset=3" });
                return;
            }

            bundle["total"] = 0;
            bundle["entry"] = new JsonArray(new JsonObject { ["resource"] = Call.OperationOutcome("not-found", "warning") });
        };

        var chart = await _server.ChartAsync(Call.Without("conditions").At(_fhir));

        Assert.Equal(isAfterAPage ? ["Condition"] : [], chart.Unread);
        Assert.Equal(isAfterAPage, chart.Keys.Contains("Condition/c3"));
    }

    [Fact]
    public async Task A_prefetch_page_with_gaps_is_asked_for_again_from_the_beginning()
    {
        var first = Call.Bundle(Call.Condition("c1"));
        first["total"] = 3;
        first["entry"]!.AsArray().Add(new JsonObject());
        first["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = $"{_fhir.Base}/Condition?patient=pt&_offset=1" });

        var chart = await _server.ChartAsync(Call.With("conditions", first).At(_fhir));

        Assert.Equal(["Condition/c1", "Condition/c2", "Condition/c3", "Patient/pt"], chart.Keys);
        Assert.Empty(chart.Unread);
        Assert.DoesNotContain("_offset", _fhir.Requests.First().Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_next_link_to_another_place_is_not_followed_and_gets_no_token()
    {
        await using var thief = await FakeFhirServer.StartAsync();
        _fhir.PageSize = 1;
        _fhir.NextLink = link => link.Replace(_fhir.Origin, thief.Origin, StringComparison.Ordinal);

        var chart = await _server.ChartAsync(Call.Without("conditions").At(_fhir));

        Assert.Empty(thief.Requests);
        Assert.Equal(["Condition"], chart.Unread);
        Assert.Contains("Condition/c1", chart.Keys);
    }

    [Fact]
    public async Task A_next_link_outside_the_base_is_not_followed()
    {
        _fhir.PageSize = 1;
        _fhir.NextLink = link => link.Replace("/fhir/", "/fhir/../admin/", StringComparison.Ordinal);

        var chart = await _server.ChartAsync(Call.Without("conditions").At(_fhir));

        Assert.Equal(["Condition"], chart.Unread);
        Assert.All(_fhir.Requests, request => Assert.StartsWith("/fhir/", request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Endless_pages_end()
    {
        _fhir.PageSize = 1;
        _fhir.NextLink = _ => $"{_fhir.Base}/Condition?patient=pt&_offset=0";

        var chart = await _server.ChartAsync(Call.Without("conditions").At(_fhir));

        Assert.Equal(["Condition"], chart.Unread);
        Assert.Equal(10, _fhir.Requests.Count);
    }

    [Theory]
    [InlineData(401, 1)]
    [InlineData(403, 1)]
    [InlineData(404, 1)]
    [InlineData(429, 1)]
    [InlineData(500, 3)]
    [InlineData(503, 3)]
    public async Task A_failing_query_is_unread_and_repeated_only_if_the_failure_may_pass(int status, int tries)
    {
        _fhir.Fail("Condition", status);

        var chart = await _server.ChartAsync(Call.Without("conditions").At(_fhir));

        Assert.Equal(["Condition"], chart.Unread);
        Assert.Equal(tries, _fhir.Requests.Count);
    }

    [Fact]
    public async Task A_failure_that_passes_leaves_no_trace()
    {
        var calls = 0;
        _fhir.Fail("Condition", context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref calls) == 1 ? 503 : 200;
            return context.Response.WriteAsync(Call.Bundle(Call.Condition("c1")).ToJsonString());
        });

        Assert.Empty((await _server.ChartAsync(Call.Without("conditions").At(_fhir))).Unread);
    }

    [Theory]
    [InlineData(405)]
    [InlineData(414)]
    public async Task A_search_refused_as_GET_is_sent_as_form(int status)
    {
        var form = string.Empty;
        _fhir.Fail("Condition", async context =>
        {
            if (context.Request.Method == "GET")
            {
                context.Response.StatusCode = status;
                return;
            }

            form = $"{context.Request.Path} {await new StreamReader(context.Request.Body).ReadToEndAsync()}";
            await context.Response.WriteAsync(Call.Bundle(Call.Condition("c1")).ToJsonString());
        });

        var chart = await _server.ChartAsync(Call.Without("conditions").At(_fhir));

        Assert.Equal("/fhir/Condition/_search patient=pt", form);
        Assert.Empty(chart.Unread);
        Assert.All(_fhir.Requests, request => Assert.Equal("Bearer secret-token", request.Authorization));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await FakeFhirServer.StartAsync(Call.Condition("c1"));
        _fhir.Fail("Condition", context =>
        {
            context.Response.Redirect($"{elsewhere.Base}/Condition?patient=pt");
            return Task.CompletedTask;
        });

        var chart = await _server.ChartAsync(Call.Without("conditions").At(_fhir));

        Assert.Empty(elsewhere.Requests);
        Assert.Equal(["Condition"], chart.Unread);
    }

    [Theory]
    [InlineData("{\"resourceType\":\"Bundle\",")]
    [InlineData("<html>")]
    [InlineData("null")]
    [InlineData("{\"resourceType\":\"Bundle\",\"id\":\"\\u0000\"}")]
    public async Task A_malformed_answer_is_unread(string body)
    {
        _fhir.Fail("Condition", context => context.Response.WriteAsync(body));

        Assert.Equal(["Condition"], (await _server.ChartAsync(Call.Without("conditions").At(_fhir))).Unread);
    }

    [Fact]
    public async Task An_answer_larger_than_the_limit_is_unread()
    {
        using var small = new TestServer(_fhir, ("Ehr:MaxBytes", "1024"));
        _fhir.Fail("Condition", context => context.Response.WriteAsync($"{{\"resourceType\":\"Bundle\",\"x\":\"{new string('x', 2000)}\"}}"));

        Assert.Equal(["Condition"], (await small.ChartAsync(Call.Without("conditions").At(_fhir))).Unread);
    }

    [Fact]
    public async Task Data_of_another_patient_from_the_server_is_thrown_away()
    {
        _fhir.Fail("Condition", context => context.Response.WriteAsync(Call.Bundle(Call.Condition("alien", "somebody-else")).ToJsonString()));

        var chart = await _server.ChartAsync(Call.Without("conditions").At(_fhir));

        Assert.Equal(["Condition"], chart.Unread);
        Assert.Equal(["Patient/pt"], chart.Keys);
    }

    [Fact]
    public async Task A_slow_server_costs_no_more_than_the_budget_and_the_rest_still_counts()
    {
        using var hasty = new TestServer(_fhir, ("Ehr:BudgetMilliseconds", "400"));
        _fhir.Fail("Condition", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var call = Call.OrderSign().At(_fhir);
        call.Remove("prefetch");
        await hasty.CardsAsync(Call.OrderSign());
        var watch = Stopwatch.StartNew();

        var chart = await hasty.ChartAsync(call);

        Assert.InRange(watch.ElapsedMilliseconds, 350, 9_000);
        Assert.Equal(["Condition"], chart.Unread);
        Assert.Contains("Patient/pt", chart.Keys);
    }

    [Fact]
    public async Task A_server_that_keeps_failing_is_left_alone()
    {
        _fhir.Fail("Condition", 500);
        for (var i = 0; i < 10; i++)
        {
            await _server.ChartAsync(Call.Without("conditions").At(_fhir));
        }

        Assert.InRange(_fhir.Requests.Count, 10, 29);
    }

    [Theory]
    [InlineData("access_token", null)]
    [InlineData("access_token", "two words")]
    [InlineData("access_token", "split\r\nX-Header: x")]
    [InlineData("token_type", "mac")]
    [InlineData("token_type", null)]
    [InlineData("expires_in", "0")]
    [InlineData("patient", "somebody-else")]
    public async Task An_unusable_authorization_is_not_used(string member, string? value)
    {
        var call = Call.Without("conditions").At(_fhir);
        call["fhirAuthorization"]![member] = member == "expires_in" ? 0 : value;

        var chart = await _server.ChartAsync(call);

        Assert.Empty(_fhir.Requests);
        Assert.Equal(["Condition"], chart.Unread);
    }

    /// <summary>A server gives what the scopes allow and does not say that there is more (SMART App Launch 2.2, finer-grained resource constraints).</summary>
    [Theory]
    [InlineData("patient/Condition.rs?category=problem-list-item")]
    [InlineData("launch openid patient/Condition.s?category=a patient/Condition.rs?category=b")]
    [InlineData("patient/*.rs?_security=N")]
    [InlineData("patient/Condition.read?category=a")]
    [InlineData("patient/Condition.*?category=a")]
    [InlineData("user/Condition.cruds?category=a patient/Observation.rs")]
    [InlineData("system/Condition.rs?category=http://terminology.hl7.org/CodeSystem/condition-category|encounter-diagnosis patient/Condition.cud")]
    public async Task What_every_scope_narrows_is_unread_however_complete_it_looks(string scope)
    {
        var chart = await _server.ChartAsync(Scoped(scope));

        Assert.Equal(["Condition"], chart.Unread);
        Assert.Contains("Condition/c3", chart.Keys);
    }

    [Theory]
    [InlineData("patient/Condition.rs")]
    [InlineData("patient/Condition.rs?category=a patient/Condition.rs")]
    [InlineData("patient/Condition.rs?category=a user/*.read")]
    [InlineData("patient/Condition.rs?category=a system/Condition.*")]
    [InlineData("patient/Observation.rs?category=laboratory")]
    [InlineData("patient/Observation.rs?category=laboratory openid launch/patient")]
    [InlineData("patient/Condition.cu?category=a")]
    [InlineData("")]
    public async Task Scopes_that_do_not_narrow_a_type_leave_it_to_the_server(string scope)
        => Assert.Empty((await _server.ChartAsync(Scoped(scope))).Unread);

    [Fact]
    public async Task A_narrowed_search_is_told_with_its_reason()
    {
        var call = Scoped("patient/*.rs?_security=N");
        call.Remove("prefetch");
        foreach (var type in new[] { "Patient", "Condition" }) _fhir.Fail(type, 404);

        using var response = await _server.PostAsync(call);

        var issues = await Outcome.ReadAsync(response, HttpStatusCode.PreconditionFailed);
        Assert.Contains(issues, issue => issue is { Code: "suppressed", Expression: "prefetch.medicationRequests" });
    }

    private JsonObject Scoped(string scope)
    {
        var call = Call.Without("conditions").At(_fhir);
        call["fhirAuthorization"]!["scope"] = scope;
        return call;
    }

    [Fact]
    public async Task A_server_that_is_not_listed_is_not_called()
    {
        await using var stranger = await FakeFhirServer.StartAsync(Call.Condition("c1"));

        var chart = await _server.ChartAsync(Call.Without("conditions").At(stranger));

        Assert.Empty(stranger.Requests);
        Assert.Equal(["Condition"], chart.Unread);
    }

    [Fact]
    public async Task A_listed_server_at_a_private_address_is_called_only_when_listed_as_private()
    {
        using var strict = new TestServer(("Ehr:Servers:0:Origin", _fhir.Origin));

        var chart = await strict.ChartAsync(Call.Without("conditions").At(_fhir));

        Assert.Empty(_fhir.Requests);
        Assert.Equal(["Condition"], chart.Unread);
    }

    [Theory]
    [InlineData("not a url")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1/")]
    [InlineData("http://user@127.0.0.1/fhir")]
    [InlineData("http://127.0.0.1/fhir?x=1")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("http://2130706433/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    public async Task A_strange_address_of_the_server_never_refuses_a_call(string address)
    {
        var call = Call.Without("conditions");
        call["fhirServer"] = address;

        Assert.Equal(["Condition"], (await _server.ChartAsync(call)).Unread);
    }

    [Fact]
    public async Task The_reason_of_a_failure_is_told_in_the_refusal()
    {
        _fhir.Fail("Patient", 403);

        using var response = await _server.PostAsync(Call.With("patient", null).At(_fhir));

        var issue = (await Outcome.ReadAsync(response, HttpStatusCode.PreconditionFailed)).Single();
        Assert.Equal("forbidden", issue.Code);
    }

    [Fact]
    public async Task Neither_token_nor_address_nor_patient_reaches_the_log()
    {
        _fhir.Fail("Condition", 500);
        var call = Call.Without("conditions").At(_fhir);
        call["context"]!["patientId"] = "canary-4711";
        call["prefetch"] = new JsonObject { ["patient"] = Call.Resource("Patient", "canary-4711") };
        call["context"]!["draftOrders"] = Call.Bundle();

        await _server.CardsAsync(call);

        Assert.Contains(_fhir.Requests, request => request.Query.Contains("canary-4711", StringComparison.Ordinal));
        Assert.Contains("1101", _server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-4711", _server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", _server.Log.Text, StringComparison.Ordinal);
    }
}
