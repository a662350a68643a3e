using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Publication;

/// <summary>Waits for what happens in the background.</summary>
internal static class Publishing
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until the server is ready, and gives what it says of it.</summary>
    public static async Task<string> UntilPublishedAsync(this FhirHttp fhir)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            using var ready = await fhir.GetAsync("/health/ready");
            var text = await ready.Content.ReadAsStringAsync(patience.Token);
            if (ready.IsSuccessStatusCode) return text;
            await Task.Delay(20, patience.Token);
        }
    }
}
