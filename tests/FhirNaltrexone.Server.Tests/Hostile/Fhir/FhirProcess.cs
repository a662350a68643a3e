using System.Diagnostics;
using System.Text;

namespace FhirNaltrexone.Server.Tests.Hostile.Fhir;

/// <summary>A server process with a little stored, for hostile requests to its FHIR interface.</summary>
public sealed class FhirProcess : IAsyncLifetime
{
    // What one body of the largest size allowed may cost for a while, and no more however many come.
    private const long MaxGrowth = 1L << 30;

    private long _resident;

    /// <summary>The process.</summary>
    internal ServerProcess Server { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        await StoreAsync($"Patient/{FhirCase.Patient}", $$"""{"resourceType":"Patient","id":"{{FhirCase.Patient}}","name":[{"family":"{{new string('a', 40)}}!","given":["Ann"]}],"gender":"female"}""");
        await StoreAsync("Observation/hostile", """{"resourceType":"Observation","id":"hostile","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/hostile"}}""");
        _resident = Resident();
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>Proves that the same process still answers and has not grown without bound.</summary>
    internal async Task AssertWellAsync(string after)
    {
        await Server.AssertAliveAsync(after);
        var growth = Resident() - _resident;
        Assert.True(growth < MaxGrowth, $"The process grew by {growth >> 20} MiB, last by {after}.");
    }

    private long Resident()
    {
        using var process = Process.GetProcessById(Server.Id);
        return process.WorkingSet64;
    }

    private async Task StoreAsync(string path, string json)
    {
        using var response = await Server.Client.PutAsync($"/fhir/{path}", new StringContent(json, Encoding.UTF8, "application/fhir+json"));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
