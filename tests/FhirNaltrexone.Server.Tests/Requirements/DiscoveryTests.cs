using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FhirNaltrexone.Server.Tests.Hostile;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Requirements;

/// <summary>CDS Hooks 2.0, Discovery and Prefetch template, on the document of the real server.</summary>
[Collection(OneServerProcess.Name)]
public sealed partial class DiscoveryTests(ServerProcess server)
{
    private static readonly HashSet<string> UserTokens = ["userPractitionerId", "userPractitionerRoleId", "userPatientId", "userRelatedPersonId"];

    /// <summary>The primitive fields that the pages of the hooks we answer mark as token.</summary>
    private static readonly HashSet<string> ContextTokens = ["userId", "patientId", "encounterId"];

    private static readonly HashSet<string> SimpleParameters = ["patient", "subject", "code", "date", "_count", "_sort", "status", "category"];

    private IEnumerable<JsonObject> Services => server.Services.Select(service => service!.AsObject());

    private IEnumerable<string> Templates => Services.SelectMany(service => service["prefetch"]!.AsObject()).Select(member => (string)member.Value!);

    private IEnumerable<string> Tokens => Templates.SelectMany(template => Token().Matches(template)).Select(match => match.Groups["token"].Value);

    [Fact]
    public async Task Discovery_answers_GET_at_cds_services_with_200_and_JSON()
    {
        using var response = await server.Client.GetAsync("/cds-services");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Discovery_is_an_object_with_an_array_of_services()
    {
        var document = JsonNode.Parse(await server.Client.GetStringAsync("/cds-services"))!.AsObject();

        Assert.NotEmpty(document["services"]!.AsArray());
    }

    [Fact]
    public async Task Discovery_holds_no_null_and_nothing_empty()
        => Should.HoldNoEmptyValue(JsonNode.Parse(await server.Client.GetStringAsync("/cds-services")), "$.services");

    [Theory]
    [InlineData("hook")]
    [InlineData("id")]
    [InlineData("title")]
    [InlineData("description")]
    public void Every_service_describes_itself_in_text(string member) => Should.HoldForAll(Services, service => Should.BeText(service, member));

    [Fact]
    public async Task Every_service_can_be_called_below_discovery_by_its_id()
    {
        foreach (var id in Services.Select(service => (string)service["id"]!).Distinct())
        {
            using var response = await server.Client.PostAsync($"/cds-services/{id}", Call.Json(new JsonObject()));

            Assert.Contains(await Outcome.ReadAsync(response, HttpStatusCode.BadRequest), issue => issue.Expression == "hook");
        }
    }

    [Fact]
    public void The_same_id_stands_for_several_hooks_so_that_the_newer_call_replaces_older_guidance()
    {
        var hooks = Services.ToLookup(service => (string)service["id"]!, service => (string)service["hook"]!);

        Assert.Superset(new HashSet<string>(["order-select", "order-sign"]), hooks[ConformanceCall.StartSafety].ToHashSet());
        Assert.All(hooks, service => Assert.Equal(service.Distinct(), service));
    }

    [Fact]
    public void Every_service_gives_each_prefetch_template_a_key()
        => Should.HoldForAll(Services, service => Should.HoldForAll(service["prefetch"]!.AsObject(), member =>
        {
            Assert.NotEmpty(member.Key);
            Assert.Equal(JsonValueKind.String, member.Value!.GetValueKind());
        }));

    [Fact]
    public void Braces_in_templates_stand_around_tokens_only()
        => Should.HoldForAll(Templates, template => Assert.DoesNotContain(Token().Replace(template, string.Empty), character => character is '{' or '}'));

    [Fact]
    public void Tokens_are_primitive_fields_of_the_context_or_ids_of_the_user()
        => Should.HoldForAll(Tokens, token => Assert.True(
            UserTokens.Contains(token) || (token.StartsWith("context.", StringComparison.Ordinal) && ContextTokens.Contains(token["context.".Length..])),
            token));

    [Fact]
    public void Templates_keep_to_reads_and_the_simple_searches() => Should.HoldForAll(Templates, template =>
    {
        var filled = Token().Replace(template, "x");
        if (filled.Contains('?', StringComparison.Ordinal))
        {
            Assert.Matches("^[A-Z][A-Za-z]+[?][^?#|]+$", filled);
            Assert.All(filled.Split('?')[1].Split('&'), parameter => Assert.Contains(parameter.Split('=')[0].Replace(":in", string.Empty, StringComparison.Ordinal), SimpleParameters));
        }
        else
        {
            Assert.Matches("^[A-Z][A-Za-z]+/x$", filled);
        }
    });

    [Fact]
    public async Task Discovery_carries_no_extension()
        => Assert.DoesNotContain("\"extension\"", await server.Client.GetStringAsync("/cds-services"), StringComparison.Ordinal);

    [GeneratedRegex(@"\{\{(?<token>[^{}]*)\}\}")]
    private static partial Regex Token();
}
