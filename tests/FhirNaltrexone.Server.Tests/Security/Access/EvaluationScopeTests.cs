using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Conformance;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Validation.Model;
using static FhirNaltrexone.Server.Tests.Security.Sensitivity.ConsentText;

namespace FhirNaltrexone.Server.Tests.Security.Access;

/// <summary>Rules over stored data say what they could not see: a chart with holes must never look like one without findings.</summary>
public sealed class EvaluationScopeTests : IDisposable
{
    private const GrantedInteractions Reading = GrantedInteractions.Read | GrantedInteractions.Search;
    private const string Incomplete = "could not be read completely";

    private readonly AccessServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData("Library/WithdrawalRules/$evaluate")]
    [InlineData("PlanDefinition/naltrexone-start-safety/$apply")]
    public async Task An_order_left_out_by_a_query_of_a_scope_makes_the_answer_incomplete(string operation)
    {
        await StorePatientAsync();
        var confined = All("MedicationRequest", new Grant(GrantContext.System, "MedicationRequest", Reading, "status=draft"));
        var draft = $$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{Order("1483780", "naltrexone", "draft")}} }]}""";
        var without = await AskAsync(Callers.Clinic, operation, draft);

        await _server.PutAsync(null, Order("7052"));
        var whole = await AskAsync(Callers.Clinic, operation, draft);
        var part = await AskAsync(confined, operation, draft);

        // The opioid counts for the draft; of plans, which are dated and so differ anyway, the rules are compared.
        Assert.NotEqual(Said(without), Said(whole));
        Assert.NotEqual(Said(without), Said(part));
        Assert.NotEqual(Said(whole), Said(part));
        Assert.DoesNotContain(Incomplete, whole, StringComparison.Ordinal);
        Assert.Contains($"MedicationRequest {Incomplete}", part, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Library/WithdrawalRules/$evaluate", GrantContext.System)]
    [InlineData("Library/WithdrawalRules/$evaluate", GrantContext.Patient)]
    [InlineData("PlanDefinition/naltrexone-start-safety/$apply", GrantContext.System)]
    [InlineData("PlanDefinition/oral-naltrexone/$apply", GrantContext.Patient)]
    public async Task A_type_without_a_scope_makes_the_answer_incomplete(string operation, GrantContext context)
    {
        await StorePatientAsync();
        await _server.PutAsync(null, Order("7052"));
        var caller = All("MedicationRequest");
        caller = caller with { Patient = "pt", Grants = [.. caller.Grants.Select(grant => grant with { Context = context })] };

        Assert.Contains($"MedicationRequest {Incomplete}", await AskAsync(caller, operation), StringComparison.Ordinal);
    }

    /// <summary>Definitions of others only help.</summary>
    [Theory]
    [InlineData("Observation", """{"resourceType":"Observation","meta":{"profile":["urn:profile"]},"extension":[{"url":"http://elsewhere.example.org/extension","valueString":"x"}],"status":"final","code":{"text":"x"}}""")]
    [InlineData("QuestionnaireResponse", """{"resourceType":"QuestionnaireResponse","questionnaire":"http://elsewhere.example.org/questionnaire","status":"completed"}""")]
    public async Task Whoever_may_see_no_definitions_may_validate(string type, string resource)
    {
        var caller = new Caller { Id = "laboratory", Grants = [new(GrantContext.System, type, Reading | GrantedInteractions.Create)] };

        using var response = await _server.SendAsync(caller, "POST", $"{type}/$validate", resource);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task An_app_of_the_patient_sees_the_whole_chart()
    {
        await StorePatientAsync();
        await _server.PutAsync(null, Order("7052"));
        var app = new Caller { Id = "app", Issuer = "as", Patient = "pt", Grants = [new(GrantContext.Patient, null, Reading)] };

        Assert.DoesNotContain(Incomplete, await AskAsync(app, "Library/WithdrawalRules/$evaluate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_of_another_patient_that_brings_the_patient_along_is_told_that_it_sees_nothing_else()
    {
        await StorePatientAsync();
        await _server.PutAsync(null, Order("7052"));
        var app = new Caller { Id = "app", Issuer = "as", Patient = "another", Grants = [new(GrantContext.Patient, null, Reading)] };

        var answer = await AskAsync(app, "Library/WithdrawalRules/$evaluate", """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"pt"}}]}""");

        Assert.Contains($"MedicationRequest {Incomplete}", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("status=inactive")]
    public async Task A_medication_that_scopes_leave_out_makes_the_answer_incomplete(string? query)
    {
        await StorePatientAsync();
        await _server.PutAsync(null, """{"resourceType":"Medication","id":"m","status":"active","code":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"7052"}]}}""");
        await _server.PutAsync(null, """{"resourceType":"MedicationRequest","id":"morphine","status":"active","intent":"order","authoredOn":"2026-11-20","medicationReference":{"reference":"Medication/m"},"subject":{"reference":"Patient/pt"}}""");

        var answer = await AskAsync(All("Medication", query is null ? [] : [new Grant(GrantContext.System, "Medication", Reading, query)]), "Library/WithdrawalRules/$evaluate");

        Assert.Contains($"Medication {Incomplete}", answer, StringComparison.Ordinal);
        Assert.DoesNotContain($"Medication {Incomplete}", await AskAsync(Callers.Clinic, "Library/WithdrawalRules/$evaluate"), StringComparison.Ordinal);
    }

    private static Caller All(string except, params IEnumerable<Grant> instead) => Callers.Clinic with
    {
        Grants = [.. ResourceTypes.All.Where(type => type != except).Select(type => new Grant(GrantContext.System, type, Reading)), .. instead],
    };

    /// <summary>The rules of a plan, and all of other answers.</summary>
    private static string Said(string answer) => JsonNode.Parse(answer)!["contained"]?[0] is { } group
        ? string.Join(' ', (group["action"]?.AsArray() ?? []).Select(action => AppliedRule.Of(action!)))
        : answer;

    private static string Order(string code, string id = "morphine", string status = "active") => $$"""
        {"resourceType":"MedicationRequest","id":"{{id}}","status":"{{status}}","intent":"order","authoredOn":"2026-11-20","subject":{"reference":"Patient/pt"},
         "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"{{code}}"}] } }
        """;

    /// <summary>The patient permits all: what is missing is missing for want of a scope.</summary>
    private async Task StorePatientAsync()
    {
        await _server.PutAsync(null, """{"resourceType":"Patient","id":"pt","gender":"female","birthDate":"1990-03-02"}""");
        await _server.PutAsync(null, Consent("all", Provision("permit").Labelled("SUD"), "pt").ToJsonString());
    }

    private async Task<string> AskAsync(Caller caller, string operation, string? data = null)
    {
        var question = new JsonObject { ["resourceType"] = "Parameters" };
        var parameters = new JsonArray(new JsonObject { ["name"] = "subject", ["valueString"] = "Patient/pt" });
        if (operation.StartsWith("Library", StringComparison.Ordinal)) parameters.Add(new JsonObject { ["name"] = "now", ["valueDateTime"] = "2026-11-22T09:00:00-05:00" });
        if (data is not null) parameters.Add(new JsonObject { ["name"] = "data", ["resource"] = JsonNode.Parse(data) });
        question["parameter"] = parameters;
        using var response = await _server.SendAsync(caller, "POST", operation, question.ToJsonString());
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {text}");
        return text;
    }
}
