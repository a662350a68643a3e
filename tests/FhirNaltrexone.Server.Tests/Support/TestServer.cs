using System.Text.Json.Nodes;
using FhirNaltrexone.Server.CdsHooks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FhirNaltrexone.Server.Tests.Support;

/// <summary>The whole server with a service of our own and a database for one test.</summary>
internal sealed class TestServer : WebApplicationFactory<Program>
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), "fhir-naltrexone-tests", Path.GetRandomFileName());
    private readonly List<(string Key, string Value)> _settings = [];

    public TestServer(params IEnumerable<(string Key, string Value)> settings) => _settings.AddRange(settings);

    /// <summary>A server that may call the FHIR server of the test, with time enough on a busy machine too.</summary>
    public TestServer(FakeFhirServer fhir, params IEnumerable<(string Key, string Value)> settings)
        : this([
            ("Ehr:Servers:0:Origin", fhir.Origin), ("Ehr:Servers:0:AllowPrivateNetwork", "true"),
            ("Ehr:BudgetMilliseconds", "30000"), ("Ehr:TryMilliseconds", "10000"), ("Ehr:ConnectMilliseconds", "10000"), .. settings])
    {
    }

    public string Environment { get; init; } = "Development";

    public TimeProvider? Clock { get; init; }

    public FakeCdsService Service { get; } = new();

    /// <summary>Services beside <see cref="Service"/>.</summary>
    public IReadOnlyList<FakeCdsService> Others { get; init; } = [];

    /// <summary>Runs the rules of the product in the place of <see cref="Service"/>.</summary>
    public bool HasRealContent { get; init; }

    /// <summary>Replaces what the database keeps.</summary>
    public Action<IServiceCollection> Stores { get; set; } = _ => { };

    public CapturedLog Log { get; } = new();

    /// <summary>Sends a call that must succeed and returns its cards.</summary>
    public async Task<JsonArray> CardsAsync(JsonNode call)
    {
        using var response = await PostAsync(call);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {text}");
        return JsonNode.Parse(text)!["cards"]!.AsArray();
    }

    /// <summary>Sends a call that must succeed and returns the chart the rules saw.</summary>
    public async Task<SeenChart> ChartAsync(JsonNode call)
    {
        await CardsAsync(call);
        return Service.Seen!;
    }

    public Task<HttpResponseMessage> PostAsync(JsonNode call, string service = FakeCdsService.ServiceId)
        => CreateClient().PostAsync($"/cds-services/{service}", Call.Json(call));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Storage:ConnectionString", $"Data Source={Path.Combine(_directory, "test.db")}");
        builder.UseSetting("Content:Publish", "false");
        _settings.ForEach(setting => builder.UseSetting(setting.Key, setting.Value));
        builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            if (!HasRealContent)
            {
                services.AddSingleton(new ServiceCatalogue([Service, .. Others]));
            }

            Stores(services);
            if (Clock is not null)
            {
                services.AddSingleton(Clock);
            }
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }
}
