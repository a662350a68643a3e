using FhirNaltrexone.Testing.Reference;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>The reference model.</summary>
public sealed class MemoryEngine : StoreEngine
{
    public override Task<OpenStore> OpenAsync()
    {
        var store = new MemoryResourceStore();
        return Task.FromResult(new OpenStore(store, () =>
        {
            store.Dispose();
            return ValueTask.CompletedTask;
        }));
    }
}
