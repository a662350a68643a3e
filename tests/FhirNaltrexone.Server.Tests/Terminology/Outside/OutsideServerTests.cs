using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Terminology;
using FhirNaltrexone.Server.Terminology.Outside;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Server.Tests.Terminology.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.Terminology.Outside;

/// <summary>The terminology server that is asked where the answer is unknown.</summary>
public sealed class OutsideServerTests(OutsideFixture fixture) : IClassFixture<OutsideFixture>
{
    private const string Unknown = "/fhir/CodeSystem/$validate-code?url=http://snomed.info/sct&code=404684003&display=Finding";
    private const string Yes = """{"resourceType":"Parameters","parameter":[{"name":"result","valueBoolean":true},{"name":"display","valueString":"Clinical finding"}]}""";

    private readonly FakeFhirServer _outside = fixture.Outside;
    private readonly FhirHttp _fhir = fixture.Fhir;

    [Fact]
    public async Task It_is_asked_what_is_unknown_and_nothing_else()
    {
        var asked = new List<JsonNode>();
        _outside.Requests.Clear();
        _outside.Fail("CodeSystem", context => AnswerAsync(context, Yes, asked));

        using var unknown = await _fhir.GetAsync(Unknown);
        using var known = await _fhir.GetAsync("/fhir/CodeSystem/$validate-code?url=http://hl7.org/fhir/administrative-gender&code=male");
        using var wrong = await _fhir.GetAsync("/fhir/CodeSystem/$validate-code?url=http://hl7.org/fhir/administrative-gender&code=m");
        using var unclear = await _fhir.GetAsync("/fhir/CodeSystem/$validate-code?code=m");

        Assert.Equal("Clinical finding", (await unknown.JsonAsync()).Parameter("display"));
        var question = Assert.Single(asked);
        Assert.Equal("/fhir/CodeSystem/$validate-code", Assert.Single(_outside.Requests).Path);
        Assert.Equal(("http://snomed.info/sct", "404684003", "Finding"), (question.Parameter("url"), question.Parameter("code"), question.Parameter("display")));
        Assert.Equal(["valueUri", "valueCode", "valueString"], question["parameter"]!.AsArray().Select(one => one!.AsObject().Last().Key));
    }

    [Fact]
    public async Task A_value_set_known_here_is_sent_whole_and_an_expansion_comes_back()
    {
        var asked = new List<JsonNode>();
        _outside.Fail("ValueSet", context => AnswerAsync(context, """{"resourceType":"ValueSet","status":"active","expansion":{"timestamp":"2026-01-01","contains":[{"code":"far"}]}}""", asked));
        await _fhir.StoreAsync("""{"resourceType":"ValueSet","id":"disorders","url":"http://example.org/disorders","status":"active","compose":{"include":[{"system":"http://snomed.info/sct","filter":[{"property":"concept","op":"is-a","value":"64572001"}]}]}}""");

        using var byUrl = await _fhir.GetAsync("/fhir/ValueSet/$expand?url=http://example.org/disorders&count=7");
        using var byId = await _fhir.GetAsync("/fhir/ValueSet/disorders/$expand");
        using var elsewhere = await _fhir.GetAsync("/fhir/ValueSet/$expand?url=http://example.org/elsewhere");

        Assert.Equal(["far", "far", "far"], [(await byUrl.JsonAsync()).Codes(), (await byId.JsonAsync()).Codes(), (await elsewhere.JsonAsync()).Codes()]);
        Assert.Equal("disorders", (string?)asked[0]["parameter"]![0]!["resource"]!["id"]);
        Assert.Equal(7, (int)asked[0]["parameter"]![1]!["valueInteger"]!);
        Assert.Equal("disorders", (string?)asked[1]["parameter"]![0]!["resource"]!["id"]);
        Assert.Equal("http://example.org/elsewhere", asked[2].Parameter("url"));
    }

    [Theory]
    [InlineData("status", "status 500")]
    [InlineData("refusal", "status 422")]
    [InlineData("garbage", "could not be read")]
    [InlineData("deep", "could not be read")]
    [InlineData("flood", "too long an answer")]
    [InlineData("patient", "could not be read")]
    public async Task Its_failure_leaves_the_answer_unknown_and_is_said(string fault, string reason)
    {
        _outside.Fail("CodeSystem", context => FailAsync(context, fault));

        using var response = await _fhir.GetAsync(Unknown);
        var issue = await response.IssueAsync(422);
        var second = (await response.JsonAsync())["issue"]![1]!;

        Assert.Contains("offline", (string)issue["diagnostics"]!, StringComparison.Ordinal);
        Assert.Equal("warning", (string?)second["severity"]);
        Assert.Contains(reason, (string)second["diagnostics"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_silence_is_a_failure_as_well()
    {
        _outside.Fail("CodeSystem", context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));

        Assert.Contains("in time", await ProblemAsync(("Server", _outside.Base), ("AllowPrivateNetwork", "true"), ("TryMilliseconds", "50")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_address_must_be_allowed()
    {
        _outside.Requests.Clear();

        Assert.Contains("not allowed", await ProblemAsync(("Server", _outside.Base)), StringComparison.Ordinal);
        Assert.Empty(_outside.Requests);
    }

    /// <summary>Why the server gives no answer to a client with other settings.</summary>
    private static async Task<string> ProblemAsync(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Terminology:{setting.Key}", (string?)setting.Value))).Build());
        services.AddOptions<TerminologyOptions>().BindConfiguration(TerminologyOptions.Section);
        services.AddSingleton<OutsideOrigins>().AddSingleton<OutsideServer>().AddOutsideHttp();
        await using var provider = services.BuildServiceProvider();
        return (await provider.GetRequiredService<OutsideServer>().AskAsync("CodeSystem", "lookup", [], CancellationToken.None)).Problem!;
    }

    private static async Task AnswerAsync(HttpContext context, string json, List<JsonNode> asked)
    {
        asked.Add((await JsonNode.ParseAsync(context.Request.Body))!);
        context.Response.ContentType = "application/fhir+json";
        await context.Response.WriteAsync(json);
    }

    private static async Task FailAsync(HttpContext context, string fault)
    {
        switch (fault)
        {
            case "status":
                context.Response.StatusCode = 500;
                break;
            case "refusal":
                context.Response.StatusCode = 422;
                break;
            case "deep":
                await context.Response.WriteAsync(new string('[', 10_000));
                break;
            case "flood":
                await context.Response.WriteAsync(new string(' ', 200_000) + Yes);
                break;
            default:
                await context.Response.WriteAsync(fault == "patient" ? """{"resourceType":"Patient"}""" : "<html>");
                break;
        }
    }
}
