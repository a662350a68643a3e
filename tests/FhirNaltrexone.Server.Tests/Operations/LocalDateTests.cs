using System.Globalization;
using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Operations;

/// <summary>A date without zone is read in the zone of the setting wherever a client gives one: here in one fourteen hours ahead of UTC.</summary>
public sealed class LocalDateTests : IAsyncLifetime
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(14);

    private readonly FhirHttp _fhir = new([.. OperationServer.Settings, ("Search:TimeZone", "Pacific/Kiritimati")]);

    public async ValueTask InitializeAsync() => await OperationServer.FillAsync(_fhir);

    public ValueTask DisposeAsync()
    {
        _fhir.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The laboratory value is from eight o'clock UTC, which is ten in the evening there.</summary>
    [Theory]
    [InlineData("Observation?date=ge2026-01-10T21:00", "p1-alt")]
    [InlineData("Observation?date=ge2026-01-10T23:00", "")]
    [InlineData("Patient/p1/$everything?_type=Observation&start=2026-01-10T21:00", "p1-alt")]
    [InlineData("Patient/p1/$everything?_type=Observation&start=2026-01-10T23:00", "")]
    [InlineData("Patient/p1/$everything?_type=Observation&end=2026-01-10T09:00", "")]
    [InlineData("Patient/p1/$everything?_type=Observation&end=2026-01-10", "p1-alt")]
    [InlineData("Patient/p1/$everything?_type=Observation&start=2026-01-10T07:00Z&end=2026-01-10T09:00Z", "p1-alt")]
    public async Task Dates_of_care(string path, string expected)
    {
        using var response = await _fhir.GetAsync($"/fhir/{path}{(path.StartsWith("Observation", StringComparison.Ordinal) ? "&patient=Patient/p1" : string.Empty)}");

        Assert.Equal(expected, string.Join(',', (await response.JsonAsync()).Ids()));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(+1, 0)]
    public async Task Since_of_a_record(int hours, int expected)
    {
        using var response = await _fhir.GetAsync($"/fhir/Patient/p1/$everything?_type=Observation&_since={There(hours)}");

        Assert.Equal(expected, (await response.JsonAsync()).Ids().Count);
    }

    [Theory]
    [InlineData("_since", -1, 1)]
    [InlineData("_since", +1, 0)]
    [InlineData("_at", -1, 0)]
    [InlineData("_at", +1, 1)]
    public async Task Since_and_at_of_a_history(string name, int hours, int expected)
    {
        var path = $"Patient/p1/_history?{name}={There(hours)}";

        using var alone = await _fhir.GetAsync($"/fhir/{path}");
        using var batch = await _fhir.PostAsync("/fhir", $$"""{"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET","url":"{{path}}"} }]}""");

        Assert.Equal(expected, (await alone.JsonAsync())["entry"]?.AsArray().Count ?? 0);
        Assert.Equal(expected, (await batch.JsonAsync())["entry"]![0]!["resource"]!["entry"]?.AsArray().Count ?? 0);
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(+1, 0)]
    public async Task Since_of_an_export(int hours, int expected)
    {
        var asked = _fhir.GetAsync($"/fhir/$export?_type=Patient&_since={There(hours)}", ("Prefer", "respond-async"));

        var manifest = await _fhir.ResultAsync(await asked.AcceptedAsync());

        Assert.Equal(expected, (await _fhir.LinesAsync(manifest, "output")).Count);
    }

    /// <summary>What the clock there shows so many hours from now.</summary>
    private static string There(int hours)
        => (DateTimeOffset.UtcNow + Ahead).AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
