using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Operations.Reading;

/// <summary>Observation/$lastn (FHIR R4).</summary>
public sealed class LastNTests(LastNTests.Laboratory laboratory) : IClassFixture<LastNTests.Laboratory>
{
    private readonly FhirHttp _fhir = laboratory.Fhir;

    [Theory]
    [InlineData("patient=a", "alt-3,ast-2")]
    [InlineData("patient=Patient/a&max=2", "alt-2,alt-3,ast-1,ast-2")]
    [InlineData("subject=Patient/a&max=1&code=http://loinc.org|1920-8", "ast-2")]
    [InlineData("patient=a&max=9&category=laboratory", "alt-1,alt-2,alt-3,ast-1,ast-2")]
    [InlineData("patient=b&max=1", "tie-1,tie-2")]
    [InlineData("patient=c&max=1", "local-2")]
    [InlineData("patient=a,b", "alt-3,ast-2,tie-1,tie-2")]
    [InlineData("patient=d", "named-2")]
    [InlineData("patient=nobody", "")]
    public async Task The_newest_of_each_code_come_and_ties_with_them(string query, string expected)
    {
        using var response = await _fhir.GetAsync($"/fhir/Observation/$lastn?{query}");
        var bundle = await response.JsonAsync();

        Assert.True(response.IsSuccessStatusCode, bundle.ToJsonString());
        Assert.Equal(expected, string.Join(',', bundle.Ids().Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("max=1")]
    [InlineData("patient=a&max=0")]
    [InlineData("patient=a&max=many")]
    public async Task It_needs_a_patient_and_a_number(string query)
    {
        using var response = await _fhir.GetAsync($"/fhir/Observation/$lastn?{query}");

        await response.IssueAsync(400);
    }

    /// <summary>Results: alanine and aspartate transaminase of one, two at one time of another, and codes that one coding in common makes one.</summary>
    public sealed class Laboratory : IAsyncLifetime
    {
        internal FhirHttp Fhir { get; } = new();

        public async ValueTask InitializeAsync()
        {
            foreach (var patient in new[] { "a", "b", "c", "d" }) await Fhir.StoreAsync($$"""{"resourceType":"Patient","id":"{{patient}}"}""");
            await AddAsync("alt-2", "a", "2026-01-02", "1742-6");
            await AddAsync("alt-1", "a", "2026-01-01", "1742-6");
            await AddAsync("alt-3", "a", "2026-01-03", "1742-6");
            await AddAsync("ast-1", "a", "2026-01-01", "1920-8");
            await AddAsync("ast-2", "a", "2026-01-02", "1920-8");
            await AddAsync("tie-0", "b", "2026-01-01", "1742-6");
            await AddAsync("tie-1", "b", "2026-01-02", "1742-6");
            await AddAsync("tie-2", "b", "2026-01-02", "1742-6");
            await AddAsync("local-1", "c", "2026-01-01", "1742-6");
            await AddAsync("local-2", "c", "2026-01-02", "A-1");
            await AddAsync("both", "c", "2025-01-01", "1742-6", "A-1");
            await AddAsync("named-1", "d/_history/1", "2026-01-01", "1742-6");
            await AddAsync("named-2", "d", "2026-01-02", "1742-6");
        }

        public ValueTask DisposeAsync()
        {
            Fhir.Dispose();
            return ValueTask.CompletedTask;
        }

        private async Task AddAsync(string id, string patient, string date, params string[] codes)
        {
            var codings = string.Join(',', codes.Select(code => $$"""{"system":"http://loinc.org","code":"{{code}}"}"""));
            await Fhir.StoreAsync($$$"""{"resourceType":"Observation","id":"{{{id}}}","status":"final","category":[{"coding":[{"code":"laboratory"}]}],"code":{"coding":[{{{codings}}}]},"subject":{"reference":"Patient/{{{patient}}}"},"effectiveDateTime":"{{{date}}}"}""");
        }
    }
}
