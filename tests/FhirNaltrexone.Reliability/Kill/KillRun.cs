using System.Collections.Concurrent;
using FhirNaltrexone.Storage;

namespace FhirNaltrexone.Reliability.Kill;

/// <summary>Kills the serving process with SIGKILL amid transactions, again and again, on one growing store.</summary>
internal static class KillRun
{
    private const int Clients = 4;
    private const int MostMilliseconds = 250;

    // A database server may still be ending the work of a client that is gone.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<bool> RunAsync(Target target, int rounds, int seed)
    {
        var random = new Random(seed);
        var ledger = new Ledger();
        var number = 0;
        var acknowledged = 0;
        for (var round = 1; round <= rounds; round++)
        {
            var told = await RoundAsync(target, random, () => Interlocked.Increment(ref number));
            acknowledged += told.Count;
            using (var store = ResourceStores.Open(target.Options, TimeProvider.System))
            {
                await ledger.CheckAsync(store.Resources, told, Patience);
            }

            if (round % 20 == 0 || round == rounds) Tell(target, round, acknowledged, ledger);
        }

        return ledger.IsWhole;
    }

    private static async Task<ConcurrentBag<int>> RoundAsync(Target target, Random random, Func<int> next)
    {
        var acknowledged = new ConcurrentBag<int>();
        await using var server = target.Serve();
        using var http = new HttpClient { BaseAddress = await server.ListeningAsync() };
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => new BundleClient(http, acknowledged).RunAsync(next, CancellationToken.None))).ToList();
        while (acknowledged.IsEmpty && !clients.Any(client => client.IsFaulted)) await Task.Delay(1);
        await Task.Delay(random.Next(MostMilliseconds));
        await server.KillAsync();
        await Task.WhenAll(clients);
        return acknowledged;
    }

    private static void Tell(Target target, int round, int acknowledged, Ledger ledger)
        => Report.Line($"{target.Name}: service killed {round} times, {acknowledged} transactions acknowledged, {ledger}");
}
