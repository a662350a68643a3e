namespace FhirNaltrexone.Benchmarks;

/// <summary>What one run showed.</summary>
/// <param name="PerSecond">Requests a second.</param>
/// <param name="CpuMilliseconds">CPU time of the server per request.</param>
/// <param name="Median">Latency in milliseconds.</param>
/// <param name="Percentile99">Latency in milliseconds.</param>
/// <param name="Requests">Requests answered.</param>
internal sealed record LoadResult(double PerSecond, double CpuMilliseconds, double Median, double Percentile99, int Requests)
{
    private const int FewConnections = 4;
    private const int WarmRequests = 20_000;
    private const double MostPerSecond = 5_000;
    private const double MostFaster = 4;

    private static readonly TimeSpan WarmRun = TimeSpan.FromSeconds(2);

    /// <summary>Loads a server that is already warm.</summary>
    public static Task<LoadResult> MeasureAsync(ServedProcess server, byte[] request, TimeSpan duration)
        => MeasureAsync(server, () => request, FewConnections, duration);

    /// <summary>The runtime compiles hot code anew while it serves; measuring begins after that, however slow the machine.</summary>
    public static Task<LoadResult> WarmAndMeasureAsync(ServedProcess server, byte[] request, TimeSpan duration) => WarmAndMeasureAsync(server, _ => () => request, duration);

    /// <summary>The same with requests that differ, made before they are needed.</summary>
    /// <param name="server">The server.</param>
    /// <param name="ahead">Makes so many requests, before a run begins, and gives one after the other.</param>
    /// <param name="duration">How long it is measured.</param>
    public static async Task<LoadResult> WarmAndMeasureAsync(ServedProcess server, Func<int, Func<byte[]>> ahead, TimeSpan duration)
    {
        var perSecond = MostPerSecond;
        for (var answered = 0; answered < WarmRequests;)
        {
            var warm = await RunAsync(WarmRun);
            answered += warm.Requests;
            perSecond = Math.Min(MostFaster * warm.PerSecond, MostPerSecond);
        }

        return await RunAsync(duration);

        Task<LoadResult> RunAsync(TimeSpan run) => MeasureAsync(server, ahead((int)(perSecond * run.TotalSeconds)), FewConnections, run);
    }

    /// <summary>Loads a server that is already warm with as many requests a second as another was loaded with: a server with little to do wakes more often.</summary>
    public static Task<LoadResult> MeasureAsync(ServedProcess server, Func<byte[]> next, double perSecond, TimeSpan duration)
        => MeasureAsync(server, next, FewConnections, duration, TimeSpan.FromSeconds(FewConnections / perSecond));

    /// <summary>Loads a server that is already warm with requests that differ.</summary>
    public static Task<LoadResult> MeasureAsync(ServedProcess server, Func<byte[]> next, int connections, TimeSpan duration)
        => MeasureAsync(server, next, connections, duration, TimeSpan.Zero);

    private static async Task<LoadResult> MeasureAsync(ServedProcess server, Func<byte[]> next, int connections, TimeSpan duration, TimeSpan interval)
    {
        var before = server.CpuTime;
        var latencies = (await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => RunAsync(server, next, duration, interval)))).SelectMany(each => each).Order().ToList();
        var cpu = server.CpuTime - before;
        return new LoadResult(
            latencies.Count / duration.TotalSeconds,
            cpu.TotalMilliseconds / latencies.Count,
            latencies[latencies.Count / 2],
            latencies[(int)(latencies.Count * 0.99)],
            latencies.Count);
    }

    private static async Task<List<double>> RunAsync(ServedProcess server, Func<byte[]> next, TimeSpan duration, TimeSpan interval)
    {
        using var connection = new LoadConnection(server.Address, next);
        return await Task.Run(() => connection.RepeatAsync(duration, interval));
    }
}
