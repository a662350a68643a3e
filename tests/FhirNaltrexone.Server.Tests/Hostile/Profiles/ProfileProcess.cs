using System.Text;

namespace FhirNaltrexone.Server.Tests.Hostile.Profiles;

/// <summary>A server process in which a client has stored every hostile profile.</summary>
public sealed class ProfileProcess : IAsyncLifetime
{
    internal ServerProcess Server { get; } = new(["--Validation:TimeoutSeconds=1"]);

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        foreach (var (name, profile) in HostileProfiles.All)
        {
            using var response = await Server.Client.PutAsync($"/fhir/StructureDefinition/{name}", new StringContent(profile, Encoding.UTF8, "application/fhir+json"));
            Assert.True(response.IsSuccessStatusCode, $"{name}: {await response.Content.ReadAsStringAsync()}");
        }
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
