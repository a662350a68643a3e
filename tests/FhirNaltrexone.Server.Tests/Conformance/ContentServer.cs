using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NJsonSchema;

namespace FhirNaltrexone.Server.Tests.Conformance;

/// <summary>The whole server with its real clinical content, a clock to set and a FHIR server that holds one patient at a time.</summary>
public sealed class ContentServer : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>As clients write it: the plus sign of an offset is not escaped.</summary>
    internal static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _directory = Path.Combine(Path.GetTempPath(), "fhir-naltrexone-tests", Path.GetRandomFileName());
    private readonly FakeTimeProvider _clock = new();
    private FakeFhirServer _fhir = null!;
    private JsonSchema _schema = null!;
    private HttpClient _client = null!;
    private JsonArray _services = null!;
    private Records _stored = new([], []);

    public async ValueTask InitializeAsync()
    {
        _fhir = await FakeFhirServer.StartAsync();
        _client = CreateClient();
        _schema = await JsonSchema.FromJsonAsync(await _client.GetStringAsync("/schemas/cds-hooks-response.json"));
        _services = JsonNode.Parse(await _client.GetStringAsync("/cds-services"))!["services"]!.AsArray();
        foreach (var type in _services.SelectMany(Templates).Select(template => template.Value.Split('?', '/')[0]).Distinct())
        {
            _fhir.Fail(type, AnswerAsync);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _fhir.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    /// <summary>
    /// Calls every service that answers the hook and returns the union of their cards as <c>rule indicator</c>, sorted. Every answer must be
    /// valid, and no rule may speak twice in one of them.
    /// </summary>
    internal async Task<IReadOnlyList<string>> CardsAsync(DateTimeOffset now, JsonObject request, Records records, DataPath path)
    {
        _clock.AdjustTime(now);
        _stored = records;
        var cards = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var service in _services.Where(service => (string?)service!["hook"] == (string?)request["hook"]))
        {
            cards.UnionWith(await CardsAsync((string)service!["id"]!, Complete(request, service, records, path)));
        }

        return [.. cards];
    }

    /// <summary>Calls a service with all it asks for and returns what its card of a rule says in detail.</summary>
    internal async Task<string> DetailAsync(string service, string rule, HookCase hookCase)
    {
        _clock.AdjustTime(hookCase.Now);
        var described = _services.Single(candidate => (string?)candidate!["id"] == service && (string?)candidate["hook"] == hookCase.Hook)!;
        var cards = await PostAsync(service, Complete(hookCase.Request(), described, hookCase.Records, DataPath.ExactPrefetch));
        return (string)Assert.Single(cards, card => (string?)card!["source"]!["topic"]!["code"] == rule)!["detail"]!;
    }

    /// <summary>
    /// Applies the plan of every service that answers the hook to a record, and returns the union of the rules among the actions as
    /// <c>rule indicator</c>, sorted. No rule may be there twice in one answer.
    /// </summary>
    /// <param name="now">The instant.</param>
    /// <param name="hook">The hook.</param>
    /// <param name="parameters">Further parameters of the operation.</param>
    internal async Task<IReadOnlyList<string>> ActionsAsync(DateTimeOffset now, string hook, params IEnumerable<JsonObject> parameters)
    {
        _clock.AdjustTime(now);
        List<JsonObject> given = [.. parameters];
        var actions = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var service in _services.Where(service => (string?)service!["hook"] == hook))
        {
            actions.UnionWith(await ActionsAsync((string)service!["id"]!, new()
            {
                ["resourceType"] = "Parameters",
                ["parameter"] = new JsonArray([.. given.Select(parameter => parameter.DeepClone())]),
            }));
        }

        return [.. actions];
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:ConnectionString", $"Data Source={Path.Combine(_directory, "test.db")}");
        builder.UseSetting("Content:Publish", "false");
        builder.UseSetting("Rest:Structure", "off");
        builder.UseSetting("CdsHooks:TimeZone", "America/New_York");
        builder.UseSetting("Ehr:Servers:0:Origin", _fhir.Origin);
        builder.UseSetting("Ehr:Servers:0:AllowPrivateNetwork", "true");
        builder.UseSetting("Ehr:TryMilliseconds", "30000");
        builder.UseSetting("Ehr:BudgetMilliseconds", "30000");
        builder.UseSetting("Ehr:ConnectMilliseconds", "30000");
        builder.UseSetting("Ehr:Retries", "0");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(_clock));
    }

    private static IEnumerable<(string Key, string Value)> Templates(JsonNode? service)
        => service!["prefetch"]!.AsObject().Select(member => (member.Key, (string)member.Value!));

    private JsonObject Complete(JsonObject request, JsonNode service, Records records, DataPath path)
    {
        var call = (JsonObject)request.DeepClone();
        if (path == DataPath.FhirServer)
        {
            return call.At(_fhir);
        }

        var patient = (string)request["context"]!["patientId"]!;
        call["prefetch"] = new JsonObject(Templates(service).Select(template => KeyValuePair.Create<string, JsonNode?>(
            template.Key,
            records.Answer(template.Value.Replace("{{context.patientId}}", patient, StringComparison.Ordinal), path == DataPath.ExactPrefetch))));
        return call;
    }

    private async Task<IReadOnlyList<string>> CardsAsync(string service, JsonObject call)
    {
        var cards = await PostAsync(service, call);
        var rules = cards.Select(card => (string)card!["source"]!["topic"]!["code"]!).ToList();
        Assert.Equal(rules.Distinct(), rules);
        return [.. cards.Zip(rules, (card, rule) => $"{rule} {card!["indicator"]}")];
    }

    private async Task<JsonArray> PostAsync(string service, JsonObject call)
    {
        using var response = await _client.PostAsync(
            $"/cds-services/{service}", new StringContent(call.ToJsonString(Readable), Encoding.UTF8, "application/json"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{service}: {(int)response.StatusCode} {text}");
        Assert.Empty(_schema.Validate(text));
        return JsonNode.Parse(text)!["cards"]!.AsArray();
    }

    private async Task<IReadOnlyList<string>> ActionsAsync(string plan, JsonObject parameters)
    {
        using var response = await _client.PostAsync(
            $"/fhir/PlanDefinition/{plan}/$apply", new StringContent(parameters.ToJsonString(Readable), Encoding.UTF8, "application/fhir+json"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{plan}: {(int)response.StatusCode} {text}");
        var actions = JsonNode.Parse(text)!["contained"]![0]!["action"]?.AsArray().Select(action => AppliedRule.Of(action!)).ToList() ?? [];
        Assert.Equal(actions.Select(action => action.Rule).Distinct(), actions.Select(action => action.Rule));
        return [.. actions.Select(action => $"{action.Rule} {action.Indicator}")];
    }

    /// <summary>A type that cannot be read is forbidden: a 503 would also open the circuit breaker, and with it change later cases.</summary>
    private async Task AnswerAsync(HttpContext context)
    {
        var query = context.Request.Path.Value!["/fhir/".Length..] + context.Request.QueryString;
        context.Response.StatusCode = _stored.IsUnavailable(query) ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK;
        context.Response.ContentType = "application/fhir+json";
        await context.Response.WriteAsync(_stored.Answer(query, strict: true).ToJsonString(Readable));
    }
}
