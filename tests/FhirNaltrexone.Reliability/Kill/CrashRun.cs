using System.Collections.Concurrent;
using FhirNaltrexone.Storage;

namespace FhirNaltrexone.Reliability.Kill;

/// <summary>Kills the database server with SIGKILL amid transactions while the service stays up: it must come back by itself, and nothing acknowledged may be gone.</summary>
internal static class CrashRun
{
    private const int Clients = 4;
    private const int MostMilliseconds = 250;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<bool> RunAsync(Target target, Func<Task> crash, int rounds, int seed)
    {
        var random = new Random(seed);
        var ledger = new Ledger();
        var number = 0;
        var total = 0;
        await using var service = target.Serve();
        using var http = new HttpClient { BaseAddress = await service.ListeningAsync() };
        for (var round = 1; round <= rounds; round++)
        {
            var acknowledged = await RoundAsync(http, crash, random, () => Interlocked.Increment(ref number));
            total += acknowledged.Count;
            using (var store = ResourceStores.Open(target.Options, TimeProvider.System))
            {
                await ledger.CheckAsync(store.Resources, acknowledged, Patience);
            }

            if (round % 20 == 0 || round == rounds) Tell(target, round, total, ledger);
        }

        return ledger.IsWhole;
    }

    private static async Task<ConcurrentBag<int>> RoundAsync(HttpClient http, Func<Task> crash, Random random, Func<int> next)
    {
        var acknowledged = new ConcurrentBag<int>();
        using var stop = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => new BundleClient(http, acknowledged).RunAsync(next, stop.Token))).ToList();
        await GrowAsync(acknowledged, clients);
        await Task.Delay(random.Next(MostMilliseconds));
        await crash();
        await GrowAsync(acknowledged, clients);
        await stop.CancelAsync();
        await Task.WhenAll(clients);
        return acknowledged;
    }

    /// <summary>Waits until the service acknowledges again.</summary>
    private static async Task GrowAsync(ConcurrentBag<int> acknowledged, List<Task> clients)
    {
        var before = acknowledged.Count;
        var started = TimeProvider.System.GetTimestamp();
        while (acknowledged.Count == before && !clients.Any(client => client.IsCompleted))
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience) throw new InvalidOperationException("The service did not come back.");
            await Task.Delay(1);
        }
    }

    private static void Tell(Target target, int round, int acknowledged, Ledger ledger)
        => Report.Line($"{target.Name} killed itself: {round} kills, {acknowledged} transactions acknowledged, {ledger}");
}
