using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Calls;

/// <summary>What is accepted, and how everything else is refused.</summary>
public sealed class RequestTests : IDisposable
{
    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/json+fhir")]
    [InlineData("application/fhir+json; fhirVersion=4.0")]
    [InlineData("text/json")]
    [InlineData(null)]
    public async Task Obsolete_media_types_are_read(string? type)
        => Assert.Equal(HttpStatusCode.OK, (await SendAsync(Call.OrderSign().ToJsonString(), type)).StatusCode);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Other_media_types_are_415(string type)
        => await Outcome.ReadAsync(await SendAsync(Call.OrderSign().ToJsonString(), type), HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task A_compressed_body_is_415()
    {
        using var content = Call.Json(Call.OrderSign());
        content.Headers.ContentEncoding.Add("gzip");

        using var response = await _server.CreateClient().PostAsync("/cds-services/test-service", content);

        await Outcome.ReadAsync(response, HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Any_accept_header_is_served()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/cds-services/test-service") { Content = Call.Json(Call.OrderSign()) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json+fhir"));

        Assert.Equal(HttpStatusCode.OK, (await _server.CreateClient().SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_typed_patient_id_is_stripped()
    {
        var call = Call.OrderSign();
        call["context"]!["patientId"] = "Patient/pt";

        Assert.Equal("pt", (await _server.ChartAsync(call)).PatientId);
    }

    [Theory]
    [InlineData("Group/pt")]
    [InlineData("a,b")]
    [InlineData("..")]
    [InlineData("pt?x=1")]
    [InlineData("")]
    public async Task An_id_that_is_no_patient_is_refused(string id)
    {
        var call = Call.OrderSign();
        call["context"]!["patientId"] = id;

        Assert.Equal("context.patientId", (await RefusedAsync(call)).Single().Expression);
    }

    [Fact]
    public async Task Unknown_members_extensions_and_a_byte_order_mark_are_no_reason_to_refuse()
    {
        var call = Call.OrderSign();
        call["extension"] = new JsonObject { ["com.example.x"] = new JsonArray(1, "two") };
        call["surprise"] = true;

        Assert.Equal(HttpStatusCode.OK, (await SendAsync("\uFEFF" + call.ToJsonString(), "application/json")).StatusCode);
    }

    [Fact]
    public async Task Orders_that_are_not_valid_FHIR_reach_the_rules()
    {
        var call = Call.OrderSign();
        call["context"]!["draftOrders"] = JsonNode.Parse("""
            {"entry":[{"resource":{"resourceType":"MedicationRequest","category":{"text":"not an array"},"dosageInstruction":"1 {pill}"}}]}
            """);

        Assert.Single((await _server.ChartAsync(call)).Drafts);
    }

    [Theory]
    [InlineData("\"hook\":", "\"hook\":\"nonsense\",\"hook\":", "hook")]
    [InlineData("\"prefetch\":{", "\"prefetch\":{\"conditions\":null,\"c\\u006fnditions\":null,", "prefetch.conditions")]
    [InlineData("\"prefetch\":{", "\"prefetch\":{\"statements\":{\"entry\":[{},{\"resource\":{\"status\":\"active\",\"status\":\"stopped\"}}]},", "prefetch.statements.entry[1].resource.status")]
    public async Task Of_a_member_given_twice_nobody_knows_which_is_meant(string once, string twice, string path)
    {
        var text = Call.OrderSign().ToJsonString().Replace(once, twice, StringComparison.Ordinal);

        var response = await SendAsync(text, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var outcome = await response.Content.ReadAsStringAsync();
        Assert.Contains($"\"{path}\"", outcome);
        Assert.Contains("The member is given twice.", outcome);
    }

    [Fact]
    public async Task Every_defect_is_told_at_once()
    {
        var call = JsonNode.Parse("""{"hook":"order-sign","context":{"userId":7,"patientId":"pt","draftOrders":{"resourceType":"List"}},"prefetch":[]}""")!;

        var issues = await RefusedAsync(call);

        Assert.Equal(["context.draftOrders", "context.userId", "hookInstance", "prefetch"], Sorted(issues));
    }

    [Theory]
    [InlineData("hook")]
    [InlineData("hookInstance")]
    [InlineData("context")]
    public async Task A_missing_required_member_is_named(string member)
    {
        var call = Call.OrderSign();
        call.Remove(member);

        var issue = (await RefusedAsync(call)).Single();
        Assert.Equal((member, "required"), (issue.Expression, issue.Code));
    }

    [Theory]
    [InlineData("order-select", "context.selections")]
    [InlineData("order-sign", "context.draftOrders")]
    [InlineData("order-sign", "context.userId")]
    [InlineData("patient-view", "context.patientId")]
    public async Task A_missing_context_field_is_named(string hook, string path)
    {
        var call = Call.OrderSign();
        call["hook"] = hook;
        call["context"]!["selections"] = new JsonArray("MedicationRequest/draft");
        call["context"]!.AsObject().Remove(path["context.".Length..]);

        Assert.Equal(path, (await RefusedAsync(call)).Single().Expression);
    }

    [Fact]
    public async Task A_hook_the_service_does_not_answer_is_refused_with_those_it_does()
    {
        var call = Call.OrderSign();
        call["hook"] = "encounter-start";

        Assert.Contains("order-sign", (await RefusedAsync(call)).Single(issue => issue.Expression == "hook").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MedicationRequest/draft")]
    [InlineData("draft")]
    [InlineData("MedicationRequest/draft/_history/1")]
    [InlineData("urn:uuid:1d1f0b52-2f4f-4f5d-8a83-0d6b8f4f3d11")]
    public async Task Selections_are_told_as_type_and_id(string selection)
    {
        var call = Call.OrderSign();
        call["hook"] = "order-select";
        call["context"]!["selections"] = new JsonArray(selection);
        call["context"]!["draftOrders"]!["entry"]![0]!["fullUrl"] = "urn:uuid:1d1f0b52-2f4f-4f5d-8a83-0d6b8f4f3d11";

        Assert.Equal(["MedicationRequest/draft"], (await _server.ChartAsync(call)).Selections);
    }

    [Fact]
    public async Task A_bare_id_selects_all_drafts_that_have_it()
    {
        var call = Call.OrderSign();
        call["hook"] = "order-select";
        call["context"]!["selections"] = new JsonArray("draft");
        call["context"]!["draftOrders"]!["entry"]!.AsArray().Insert(0, new JsonObject { ["resource"] = Call.Resource("ServiceRequest", "draft") });

        Assert.Equal(["ServiceRequest/draft", "MedicationRequest/draft"], (await _server.ChartAsync(call)).Selections);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"hook\":\"\\u0000\"}")]
    [InlineData("{\"hook\":\"\\ud800\"}")]
    public async Task What_is_not_a_JSON_object_with_usable_text_is_400(string body)
        => Assert.Single(await Outcome.ReadAsync(await SendAsync(body, "application/json"), HttpStatusCode.BadRequest));

    [Theory]
    [InlineData(60, HttpStatusCode.OK)]
    [InlineData(70, HttpStatusCode.BadRequest)]
    public async Task Nesting_ends_at_64(int depth, HttpStatusCode status)
    {
        var nested = string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));
        var text = Call.OrderSign().ToJsonString().Replace("\"hook\":", $"\"deep\":{nested},\"hook\":", StringComparison.Ordinal);

        Assert.Equal(status, (await SendAsync(text, "application/json")).StatusCode);
    }

    [Theory]
    [InlineData("context.draftOrders.entry[0].resource.subject")]
    [InlineData("prefetch.conditions.entry[0].resource.subject")]
    [InlineData("prefetch.patient.id")]
    [InlineData("prefetch.unknown.patient")]
    public async Task Data_of_another_patient_refuses_the_call(string path)
    {
        var call = Call.OrderSign();
        var alien = new JsonObject { ["reference"] = "https://ehr.example.org/fhir/Patient/other/_history/1" };
        switch (path.Split('.')[1])
        {
            case "draftOrders":
                call["context"]!["draftOrders"]!["entry"]![0]!["resource"]!["subject"] = alien;
                break;
            case "conditions":
                call["prefetch"]!["conditions"] = Call.Bundle(Call.Condition("c1", "other"));
                break;
            case "patient":
                call["prefetch"]!["patient"] = Call.Resource("Patient", "other");
                break;
            default:
                call["prefetch"]!["unknown"] = new JsonObject { ["resourceType"] = "AllergyIntolerance", ["patient"] = alien };
                break;
        }

        Assert.Equal(path, (await RefusedAsync(call)).Single().Expression);
    }

    [Theory]
    [InlineData("Patient/pt")]
    [InlineData("Patient/pt/_history/3")]
    [InlineData("urn:uuid:00000000-0000-4000-8000-000000000001")]
    public async Task References_to_our_patient_in_any_form_are_accepted(string reference)
    {
        var condition = Call.Condition("c1");
        condition["subject"]!["reference"] = reference;
        var call = Call.With("conditions", Call.Bundle(condition));
        call["prefetch"]!["patient"] = Call.Bundle(Call.Resource("Patient", Call.Patient));
        call["prefetch"]!["patient"]!["entry"]![0]!["fullUrl"] = "urn:uuid:00000000-0000-4000-8000-000000000001";

        Assert.Contains("Condition/c1", (await _server.ChartAsync(call)).Keys);
    }

    [Fact]
    public async Task A_urn_that_names_another_patient_refuses_the_call()
    {
        var condition = Call.Condition("c1");
        condition["subject"]!["reference"] = "urn:uuid:00000000-0000-4000-8000-000000000001";
        var bundle = Call.Bundle(condition, Call.Resource("Patient", "other"));
        bundle["entry"]![1]!["fullUrl"] = "urn:uuid:00000000-0000-4000-8000-000000000001";

        var issues = await RefusedAsync(Call.With("conditions", bundle));

        Assert.Equal(
            ["prefetch.conditions.entry[0].resource.subject", "prefetch.conditions.entry[1].resource.id"], issues.Select(issue => issue.Expression));
    }

    [Fact]
    public async Task Too_many_resources_are_413()
    {
        using var small = new TestServer(("CdsHooks:MaxResources", "3"));
        var call = Call.With("conditions", Call.Bundle(Call.Condition("c1"), Call.Condition("c2"), Call.Condition("c3")));

        await Outcome.ReadAsync(await small.PostAsync(call), HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_413_with_and_without_announced_length(bool chunked)
    {
        using var small = new TestServer(("CdsHooks:MaxBodyBytes", "100000"));
        small.UseKestrel(0);
        small.StartServer();
        var address = small.ClientOptions.BaseAddress;
        using var client = new HttpClient { BaseAddress = address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/cds-services/test-service")
        {
            Content = new StringContent(new string(' ', 150_000) + "{}", Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = chunked;

        await Outcome.ReadAsync(await client.SendAsync(request), HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task An_unknown_service_is_404()
        => await Outcome.ReadAsync(await _server.PostAsync(Call.OrderSign(), "no-such-service"), HttpStatusCode.NotFound);

    [Fact]
    public async Task A_wrong_method_is_405_with_the_right_one()
    {
        using var response = await _server.CreateClient().GetAsync("/cds-services/test-service");

        Assert.Contains("POST", (await Outcome.ReadAsync(response, HttpStatusCode.MethodNotAllowed)).Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bug_is_500_without_internals_and_without_the_data_in_the_log()
    {
        _server.Service.Rules = _ => throw new InvalidOperationException("canary-4711");

        using var response = await _server.PostAsync(Call.OrderSign());

        var text = (await Outcome.ReadAsync(response, HttpStatusCode.InternalServerError)).Single().Text;
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", _server.Log.Text, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", _server.Log.Text, StringComparison.Ordinal);
    }

    private static string?[] Sorted(IEnumerable<(string Code, string Text, string? Expression)> issues)
        => [.. issues.Select(issue => issue.Expression).Order(StringComparer.Ordinal)];

    private async Task<IReadOnlyList<(string Code, string Text, string? Expression)>> RefusedAsync(JsonNode call)
        => await Outcome.ReadAsync(await _server.PostAsync(call), HttpStatusCode.BadRequest);

    private Task<HttpResponseMessage> SendAsync(string body, string? type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type is not null)
        {
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        return _server.CreateClient().PostAsync("/cds-services/test-service", content);
    }
}
