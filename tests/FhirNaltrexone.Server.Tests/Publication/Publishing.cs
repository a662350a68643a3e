using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Publication;

/// <summary>What a start publishes.</summary>
internal static class Publishing
{
    /// <summary>Waits until the server is ready, and gives what it says of it.</summary>
    public static Task<string> UntilPublishedAsync(this FhirHttp fhir) => Until.FoundAsync(
        async () =>
        {
            using var ready = await fhir.GetAsync("/health/ready");
            return ready.IsSuccessStatusCode ? await ready.Content.ReadAsStringAsync() : null;
        },
        "a server that is ready");
}
