using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Publication;

/// <summary>A server whose content is published.</summary>
public sealed class PublishedFhir : IAsyncLifetime
{
    internal FhirHttp Fhir { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Fhir = new(("Content:Publish", "true"));
        await Fhir.UntilPublishedAsync();
    }

    public ValueTask DisposeAsync()
    {
        Fhir.Dispose();
        return ValueTask.CompletedTask;
    }
}
