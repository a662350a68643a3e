using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Terminology.Outside;

/// <summary>A server of ours and the terminology server it asks.</summary>
public sealed class OutsideFixture : IAsyncLifetime
{
    internal FakeFhirServer Outside { get; private set; } = null!;

    internal FhirHttp Fhir { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Outside = await FakeFhirServer.StartAsync();
        Fhir = new(
            ("Terminology:Server", Outside.Base),
            ("Terminology:AllowPrivateNetwork", "true"),
            ("Terminology:Retries", "0"),
            ("Terminology:TryMilliseconds", "20000"),
            ("Terminology:MaxBytes", "100000"));
    }

    public async ValueTask DisposeAsync()
    {
        Fhir.Dispose();
        await Outside.DisposeAsync();
    }
}
