using FhirNaltrexone.Storage.Tests.Compliance;

namespace FhirNaltrexone.Storage.Tests.Interactions.Bundles;

public sealed class MemoryTransactionTests(MemoryEngine engine) : EngineTransactions, IClassFixture<MemoryEngine>
{
    protected override Task<OpenStore> OpenAsync() => engine.OpenAsync();
}
