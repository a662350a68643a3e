using System.Collections.Concurrent;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>One engine under test: one store for the tests of the contract, and one for each topic of the search cases.</summary>
public abstract class StoreEngine : IAsyncDisposable
{
    private const string Contract = "";

    /// <summary>Searches may take long where a hundred tests share two cores: the tests are about answers.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Lazy<Task<OpenStore>>> _stores = new();
    private int _ids;

    /// <summary>The store of the contract's tests. They share it, so each makes its own resources.</summary>
    public async Task<IResourceStore> StoreAsync() => (await OpenOnceAsync(Contract, static _ => Task.CompletedTask)).Resources;

    /// <summary>The store with the resources of a topic.</summary>
    public async Task<IResourceStore> StoreAsync(SearchTopic topic)
        => (await OpenOnceAsync(topic.Name, store => TopicLoading.LoadAsync(store, topic))).Resources;

    /// <summary>A key that no other test uses.</summary>
    public ResourceKey NewKey(string type) => new(type, $"t{Interlocked.Increment(ref _ids)}");

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores.Values.Where(store => store.Value.IsCompletedSuccessfully)) await (await store.Value).DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens an empty store; skips the test where the engine is not installed.</summary>
    public abstract Task<OpenStore> OpenAsync();

    private Task<OpenStore> OpenOnceAsync(string name, Func<IResourceStore, Task> fill)
        => _stores.GetOrAdd(name, _ => new(async () =>
        {
            var store = await OpenAsync();
            await fill(store.Resources);
            return store;
        })).Value;
}
