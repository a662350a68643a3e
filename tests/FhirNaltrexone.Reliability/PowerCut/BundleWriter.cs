using System.Text;
using FhirNaltrexone.Reliability.Kill;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Reliability.PowerCut;

/// <summary>The traced process: commits transactions of ten resources from several clients and says on standard output which are durable.</summary>
internal static class BundleWriter
{
    private const int Clients = 4;

    public static async Task<bool> RunAsync(string file, string synchronous, int transactions)
    {
        using var store = PowerCutStore.Open(file, synchronous);
        await WriteAsync(store.Resources, transactions);
        return true;
    }

    private static async Task WriteAsync(IResourceStore store, int transactions)
    {
        var number = 0;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref number) is var next && next <= transactions)
            {
                await store.WriteAsync((unit, cancellation) => StoreAsync(unit, next, cancellation), CancellationToken.None);
                Console.Out.Write($"ACK {next}\n");
            }
        })));
    }

    private static async ValueTask<Decision<int>> StoreAsync(IUnitOfWork unit, int number, CancellationToken cancellation)
    {
        var keys = Enumerable.Range(0, BundleClient.Entries)
            .Select(index => new ResourceKey("Basic", index < BundleClient.Entries / 2 ? $"{number}-{index}" : $"shared-{index}")).ToList();
        var current = await unit.LockAsync(keys, cancellation);
        await unit.WriteAsync([.. keys.Select(key => Write(key, current.GetValueOrDefault(key), number))], cancellation);
        return Decision.Commit(number);
    }

    private static ResourceWrite Write(ResourceKey key, ResourceVersion? current, int number) => new()
    {
        Key = key,
        Version = (current?.Version ?? 0) + 1,
        LastUpdated = (current?.LastUpdated ?? DateTimeOffset.UnixEpoch).AddMilliseconds(1),
        Change = current is null ? ResourceChange.CreateAs : ResourceChange.Update,
        Json = Encoding.UTF8.GetBytes($$$"""{"resourceType":"Basic","id":"{{{key.Id}}}","code":{"text":"{{{number}}}"}}"""),
        Index = new IndexEntries { Tokens = [new TokenEntry(1, $"{number}", "urn:number")] },
    };
}
