namespace FhirNaltrexone.Reliability.Linearizability;

/// <summary>Sixteen clients on one resource of one server, every answer checked; then the same through a cache that must be caught.</summary>
internal static class LinearizabilityRun
{
    private const int Clients = 16;
    private static readonly TimeSpan ControlTime = TimeSpan.FromSeconds(10);

    public static async Task<bool> RunAsync(Target target, TimeSpan duration)
    {
        await using var server = target.Serve();
        var address = await server.ListeningAsync();
        var violation = await CheckAsync(address, duration, "server", static () => new SocketsHttpHandler());
        var caught = await CheckAsync(address, ControlTime, "control with stale reads", static () => new StaleReads());
        Report.Line($"{target.Name}: server {(violation ? "NOT linearizable" : "linearizable")}; control {(caught ? "caught" : "NOT CAUGHT")}");
        return !violation && caught;
    }

    private static async Task<bool> CheckAsync(Uri address, TimeSpan duration, string name, Func<HttpMessageHandler> handler)
    {
        using var http = new HttpClient(handler()) { BaseAddress = address };
        var version = await RegisterClient.PrepareAsync(http);
        var runs = Enumerable.Range(1, Clients).Select(number => Task.Run(() => new RegisterClient(http, number).RunAsync(duration)));
        var operations = (await Task.WhenAll(runs)).SelectMany(each => each).ToList();
        var violation = RegisterChecker.FirstViolation(operations, version, 0);
        Report.Line($"{name}: {operations.Count} calls ({string.Join(", ", operations.CountBy(each => each.Effect).Select(pair => $"{pair.Key} {pair.Value}"))}), "
            + (violation is null ? "all explained" : $"not explained: {violation}"));
        return violation is not null;
    }
}
