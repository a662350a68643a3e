using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Operations;

/// <summary>One rule for the parameters of all operations: what would be overlooked is refused, with a code and the name of the parameter.</summary>
public sealed class ParameterRuleTests(OperationServer server) : IClassFixture<OperationServer>
{
    private readonly FhirHttp _fhir = server.Fhir;

    [Theory]
    [InlineData("Patient/p1/$everything?star=2026-01-15", "star")]
    [InlineData("Patient/$export?includeAssociatedData=x", "includeAssociatedData")]
    [InlineData("Patient/p1/$meta?tag=x", "tag")]
    [InlineData("Subscription/$status?statu=error", "statu")]
    [InlineData("Subscription/$dead-letters?id=x", "id")]
    [InlineData("Subscription/$get-ws-binding-token?topic=x&id=y", "topic")]
    [InlineData("Library/LiverRules/$data-requirements?target=x", "target")]
    [InlineData("Library/LiverRules/$evaluate?subject=Patient/p1&expresion=x", "expresion")]
    [InlineData("PlanDefinition/liver-monitoring/$apply?subject=Patient/p1&hok=x", "hok")]
    [InlineData("ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender&activOnly=true", "activOnly")]
    public async Task An_unknown_parameter_is_refused_by_name(string call, string name)
    {
        using var response = await _fhir.GetAsync($"/fhir/{call}");

        await RefusedAsync(response, "not-supported", name);
    }

    [Theory]
    [InlineData("Patient/p1/$everything?_count=1&_count=2", "_count")]
    [InlineData("Patient/p1/$everything?start=2026-01-01&start=2026-02-01", "start")]
    [InlineData("Observation/$lastn?patient=p1&max=1&max=2", "max")]
    [InlineData("Patient/$export?_since=2026-01-01T00:00:00Z&_since=2025-01-01T00:00:00Z", "_since")]
    [InlineData("Library/LiverRules/$evaluate?subject=Patient/p1&subject=Patient/p2", "subject")]
    [InlineData("ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender&count=1&count=2", "count")]
    public async Task A_parameter_that_is_given_once_is_refused_when_repeated(string call, string name)
    {
        using var response = await _fhir.GetAsync($"/fhir/{call}");

        await RefusedAsync(response, "value", name);
    }

    [Theory]
    [InlineData("ConceptMap/$translate", """{"name":"dependency","part":[{"name":"element","valueUri":"urn:x"}]},{"name":"code","valueCode":"a"},{"name":"system","valueUri":"urn:a"},{"name":"targetsystem","valueUri":"urn:b"}""", "not-supported", "dependency")]
    [InlineData("Library/LiverRules/$evaluate", """{"name":"subject","valueString":"Patient/p1"},{"name":"useServerData"}""", "value", "useServerData")]
    [InlineData("Library/LiverRules/$evaluate", """{"name":"subject","valueString":"Patient/p1"},{"name":"useServerData","part":[{"name":"x","valueBoolean":false}]}""", "value", "useServerData")]
    [InlineData("Subscription/$status", """{"name":"status","valueCoding":{"code":"error"}}""", "value", "status")]
    [InlineData("$import", """{"name":"inputs","valueString":"x"},{"name":"input","part":[{"name":"url","valueUri":"urn:x"}]}""", "not-supported", "inputs")]
    [InlineData("$import", """{"name":"input","part":[{"name":"etag","valueString":"1"},{"name":"url","valueUri":"urn:x"}]}""", "not-supported", "input.etag")]
    [InlineData("$import", """{"name":"input","part":[{"name":"url","valueUri":"urn:x"},{"name":"url","valueUri":"urn:y"}]}""", "value", "input.url")]
    [InlineData("$import", """{"name":"inputSource","valueUri":"urn:x"},{"name":"inputSource","valueUri":"urn:y"}""", "value", "inputSource")]
    public async Task A_parameter_of_the_body_is_never_overlooked(string call, string parameters, string code, string name)
    {
        using var response = await _fhir.PostAsync($"/fhir/{call}", $$"""{"resourceType":"Parameters","parameter":[{{parameters}}]}""");

        await RefusedAsync(response, code, name);
    }

    [Theory]
    [InlineData("Subscription/$status")]
    [InlineData("Subscription/$dead-letters")]
    [InlineData("Observation/$lastn?patient=p1")]
    public async Task A_body_that_is_no_parameters_is_refused(string call)
    {
        using var response = await _fhir.PostAsync($"/fhir/{call}", """{"resourceType":"Patient"}""");

        await RefusedAsync(response, "invalid", null);
    }

    /// <summary>What an operation would go without in silence changes its answer all the same, whatever the client prefers.</summary>
    [Theory]
    [InlineData("Patient/p1/$everything?_type=Patient&star=2026-01-15", "star")]
    [InlineData("Library/LiverRules/$data-requirements?target=x", "target")]
    [InlineData("ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender&activOnly=true", "activOnly")]
    [InlineData("Subscription/$status?statu=error", "statu")]
    [InlineData("PlanDefinition/liver-monitoring/$apply?subject=Patient/p1&hok=x", "hok")]
    public async Task Lenient_clients_are_refused_what_the_answer_would_not_tell_of(string call, string name)
    {
        using var response = await _fhir.GetAsync($"/fhir/{call}", ("Prefer", "handling=lenient"));

        await RefusedAsync(response, "not-supported", name);
    }

    /// <summary>Drafts under a wrong name would be judged by nobody, and the answer look clear.</summary>
    [Theory]
    [InlineData("Library/LiverRules/$evaluate", """{"name":"subject","valueString":"Patient/p1"},{"name":"Parameters","resource":{"resourceType":"Parameters"}}""", "Parameters")]
    [InlineData("Patient/$validate", """{"name":"resource","resource":{"resourceType":"Patient"}},{"name":"profil","valueUri":"urn:x"}""", "profil")]
    [InlineData("$import", """{"name":"input","part":[{"name":"etag","valueString":"1"},{"name":"url","valueUri":"urn:x"}]}""", "input.etag")]
    public async Task A_parameter_of_the_body_is_not_overlooked_for_lenient_clients_either(string call, string parameters, string name)
    {
        using var response = await _fhir.PostAsync($"/fhir/{call}", $$"""{"resourceType":"Parameters","parameter":[{{parameters}}]}""", ("Prefer", "handling=lenient"));

        var issues = (await response.JsonAsync())["issue"]!.AsArray();
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(("not-supported", name), issues.Select(issue => ((string?)issue!["code"], (string?)issue["expression"]?[0])));
    }

    [Theory]
    [InlineData("Patient/p1/$everything?_type=Patient")]
    [InlineData("Library/LiverRules/$data-requirements?")]
    [InlineData("ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender")]
    [InlineData("Subscription/$status?")]
    [InlineData("Subscription/$dead-letters?")]
    public async Task Parameters_of_the_form_are_allowed_everywhere(string call)
    {
        using var response = await _fhir.GetAsync($"/fhir/{call}&_format=json&_pretty=true");

        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task RefusedAsync(HttpResponseMessage response, string code, string? name)
    {
        var issue = await response.IssueAsync(400);
        Assert.Equal((code, name), ((string?)issue["code"], (string?)issue["expression"]?[0]));
    }
}
