using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Storage.Access;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Security.Access;

/// <summary>Work that is done later is done with the rights its client has then, and imports with those of each line.</summary>
public sealed class JobRightTests : IDisposable
{
    private const string Flu = """{"resourceType":"Condition","id":"flu","subject":{"reference":"Patient/p"}}""";

    private static readonly Grant Patients = new(GrantContext.System, "Patient", (GrantedInteractions)31);
    private static readonly (string, string) Later = ("Prefer", "respond-async");
    private static readonly (string, string) Lines = ("Content-Type", "application/fhir+ndjson");

    private readonly AccessServer _server;
    private Caller? _registered = Callers.Clinic;

    public JobRightTests() => _server = new(services => services.AddSingleton(
        new RegisteredCallers(code => _registered is { } caller && Ownership.CodeOf(caller) == code ? caller : null)));

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Nothing_is_done_for_a_client_that_is_registered_no_more()
    {
        await _server.PutAsync(null, Flu);
        _registered = null;

        using var answer = await EndAsync(Callers.Clinic, "GET", "Condition/flu", null, Later);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("registered", await TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_client_was_granted_and_is_no_more_is_not_done()
    {
        await _server.PutAsync(null, Flu);
        await _server.PutAsync(null, """{"resourceType":"Patient","id":"p"}""");
        _registered = Callers.Clinic with { Grants = [Patients] };

        using var condition = await EndAsync(Callers.Clinic, "GET", "Condition/flu", null, Later);
        using var patient = await EndAsync(Callers.Clinic, "GET", "Patient/p", null, Later);

        Assert.Contains("403", await TextAsync(condition), StringComparison.Ordinal);
        Assert.DoesNotContain("flu", await TextAsync(condition), StringComparison.Ordinal);
        Assert.Contains("\"id\":\"p\"", await TextAsync(patient), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_a_client_may_not_store_are_refused_and_the_others_stored()
    {
        var body = $"{{\"resourceType\":\"Patient\",\"id\":\"a\"}}\n{Flu}\n{{\"resourceType\":\"Patient\",\"id\":\"b\"}}";

        using var answer = await EndAsync(Callers.Clinic with { Grants = [Patients] }, "POST", "$import", body, Lines);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var output = Assert.Single(JsonNode.Parse(await TextAsync(answer))!["output"]!.AsArray())!;
        Assert.Equal((2, 1), ((int)output["created"]!, (int)output["refused"]!));
        Assert.Equal(HttpStatusCode.NotFound, await _server.StatusAsync(null, "Condition/flu"));
        Assert.Equal(HttpStatusCode.OK, await _server.StatusAsync(null, "Patient/b"));
    }

    /// <summary>What is left of an export would look as if it were all there is.</summary>
    [Theory]
    [InlineData("$export", null)]
    [InlineData("$export?_type=Condition", null)]
    [InlineData("$export?_type=Condition,Patient", "code=x")]
    [InlineData("$export?_type=Condition&_typeFilter=Condition%3Fsubject%3DPatient/p", "code=x")]
    public async Task An_export_of_what_a_client_is_granted_no_more_is_refused(string kickoff, string? query)
    {
        await _server.PutAsync(null, Flu);
        _registered = Callers.Clinic with { Grants = query is null ? [Patients] : [Patients, Patients with { Type = "Condition", Query = query }] };

        using var answer = await EndAsync(Callers.Clinic, "GET", kickoff, null, Later);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("scope", await TextAsync(answer), StringComparison.Ordinal);
    }

    /// <summary>A line is stored as PUT would store it: whoever may only create can import nothing.</summary>
    [Theory]
    [InlineData("application/fhir+ndjson", """{"resourceType":"Patient","id":"a"}""", GrantedInteractions.Read | GrantedInteractions.Search)]
    [InlineData("application/fhir+ndjson", """{"resourceType":"Patient","id":"a"}""", GrantedInteractions.Create)]
    [InlineData("application/fhir+json", """{"resourceType":"Parameters","parameter":[{"name":"input","part":[{"name":"url","valueUrl":"https://files.example.org/x"}]}]}""", GrantedInteractions.Read | GrantedInteractions.Search)]
    [InlineData("application/fhir+json", """{"resourceType":"Parameters","parameter":[{"name":"input","part":[{"name":"url","valueUrl":"https://files.example.org/x"}]}]}""", GrantedInteractions.Create)]
    public async Task Whoever_may_not_store_by_an_import_may_not_ask_for_one(string type, string body, object letters)
    {
        var client = Callers.Clinic with { Grants = [Patients with { Interactions = (GrantedInteractions)letters }] };

        using var answer = await _server.SendAsync(client, "POST", "$import", body, ("Content-Type", type));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("scope with u", await TextAsync(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("system/Patient.cruds", "system/Patient.rs", "system/Patient.rs")]
    [InlineData("system/*.rs", "system/Patient.cruds", "system/Patient.rs")]
    [InlineData("system/*.rs", "system/AuditEvent.rs", null)]
    [InlineData("system/*.rs", "user/*.rs", null)]
    [InlineData("system/Patient.rs", "system/Condition.rs", null)]
    [InlineData("system/Patient.rs?active=true", "system/Patient.rs", "system/Patient.rs?active=true")]
    [InlineData("system/Patient.rs?active=true", "system/Patient.rs?active=false", null)]
    [InlineData("system/Patient.c", "system/Patient.rs", null)]
    public void Two_scopes_have_in_common_what_both_grant(string one, string other, string? common)
    {
        var expected = common is null ? null : Grant(common);

        Assert.Equal(expected, Grant(one).And(Grant(other)));
        Assert.Equal(expected, Grant(other).And(Grant(one)));
    }

    private static Grant Grant(string scope)
    {
        var (context, rest) = scope.Split('/') is [var first, var second] ? (first, second) : throw new ArgumentException(scope);
        var (type, letters) = rest.Split('?')[0].Split('.') is [var name, var granted] ? (name, granted) : throw new ArgumentException(scope);
        var interactions = letters.Aggregate(GrantedInteractions.None, (all, letter) => all | letter switch
        {
            'c' => GrantedInteractions.Create,
            'r' => GrantedInteractions.Read,
            'u' => GrantedInteractions.Update,
            'd' => GrantedInteractions.Delete,
            _ => GrantedInteractions.Search,
        });
        return new(Enum.Parse<GrantContext>(context, true), type == "*" ? null : type, interactions, rest.Split('?') is [_, var query] ? query : null);
    }

    private async Task<HttpResponseMessage> EndAsync(Caller caller, string method, string path, string? body, (string, string) header)
    {
        using var taken = await _server.SendAsync(caller, method, path, body, header);
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        var job = taken.Content.Headers.ContentLocation!.AbsolutePath["/fhir/".Length..];
        HttpResponseMessage? answer = null;
        await Until.TrueAsync(async () => (answer = await _server.SendAsync(caller, "GET", job)).StatusCode != HttpStatusCode.Accepted, "the job");
        return answer!;
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
