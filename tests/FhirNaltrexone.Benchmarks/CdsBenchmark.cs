using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace FhirNaltrexone.Benchmarks;

/// <summary>
/// A served order-sign request with all rules, against an endpoint that only parses the same body, in one run on one machine:
/// the ratio says what the rules cost, whatever the machine.
/// </summary>
internal static class CdsBenchmark
{
    private const double CpuLimit = 0.2;
    private const double RatioLimit = 0.35;
    private const double StartLimit = 1.5;
    private const int WarmRequests = 20_000;

    public static async Task<int> RunAsync(int seconds)
    {
        var duration = TimeSpan.FromSeconds(seconds);
        var body = ReadBody();
        var request = Post(body);
        var begun = Stopwatch.GetTimestamp();
        using var product = ServedProcess.StartProduct();
        var answer = await FirstAnswerAsync(product, request);
        var start = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        using var floor = ServedProcess.StartParseOnly();
        await FirstAnswerAsync(floor, request);

        Print($"order-sign, naltrexone-start-safety, {body.Length} bytes, {CountCards(answer)} cards, 4 connections, {seconds} s a run");
        Print($"start to first answer      {start:F2} s   (limit {StartLimit} s)");
        var served = await WarmAndMeasureAsync(product, request, duration);
        var parsed = await WarmAndMeasureAsync(floor, request, duration);
        Print("                           requests/s   CPU ms/request   p50 ms   p99 ms");
        Print($"served                     {served.PerSecond,10:F0}   {served.CpuMilliseconds,14:F3}   {served.Median,6:F2}   {served.Percentile99,6:F2}");
        Print($"parse only                 {parsed.PerSecond,10:F0}   {parsed.CpuMilliseconds,14:F3}   {parsed.Median,6:F2}   {parsed.Percentile99,6:F2}");
        Print($"CPU per request            {served.CpuMilliseconds:F3} ms (limit {CpuLimit} ms)");
        Print($"ratio requests/s           {served.PerSecond / parsed.PerSecond:F2}   (limit {RatioLimit})");
        Print($"ratio CPU                  {parsed.CpuMilliseconds / served.CpuMilliseconds:F2}");
        Print($"memory                     {product.Megabytes} MB");
        return 0;
    }

    /// <summary>The runtime compiles hot code anew while it serves; measuring begins after that, however slow the machine.</summary>
    private static async Task<LoadResult> WarmAndMeasureAsync(ServedProcess server, byte[] request, TimeSpan duration)
    {
        for (var answered = 0; answered < WarmRequests;)
        {
            answered += (await LoadResult.MeasureAsync(server, request, TimeSpan.FromSeconds(2))).Requests;
        }

        return await LoadResult.MeasureAsync(server, request, duration);
    }

    private static async Task<string> FirstAnswerAsync(ServedProcess server, byte[] request)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var connection = new LoadConnection(server.Address, request);
                return await connection.SendAsync();
            }
            catch (SocketException) when (waited.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(5);
            }
        }
    }

    private static byte[] ReadBody()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FhirNaltrexone.sln"))) folder = folder.Parent!;
        using var request = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder.FullName, "conformance", "cds-hooks", "requests", "order-sign.json")));
        return JsonSerializer.SerializeToUtf8Bytes(request.RootElement);
    }

    private static byte[] Post(byte[] body) =>
    [
        .. Encoding.ASCII.GetBytes($"POST /cds-services/naltrexone-start-safety HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"),
        .. body,
    ];

    private static int CountCards(string answer) => answer.Split("\"indicator\"").Length - 1;

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Print(string line) => Console.WriteLine(line);
}
