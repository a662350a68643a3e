using System.Diagnostics;
using System.Globalization;

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

    /// <param name="seconds">Length of a run.</param>
    /// <param name="published">The service as published, compiled ahead of time; null for the build beside this program.</param>
    public static async Task<int> RunAsync(int seconds, string? published)
    {
        var duration = TimeSpan.FromSeconds(seconds);
        var body = OrderSign.Body;
        var request = OrderSign.Request(body);
        var begun = Stopwatch.GetTimestamp();
        using var product = published is null ? ServedProcess.StartProduct() : ServedProcess.StartPublished(Path.GetFullPath(published));
        var answer = await product.FirstAnswerAsync(() => request);
        var start = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        using var floor = ServedProcess.StartParseOnly();
        await floor.FirstAnswerAsync(() => request);

        Print($"order-sign, naltrexone-start-safety, {body.Length} bytes, {CountCards(answer)} cards, 4 connections, {seconds} s a run");
        Print($"start to first answer      {start:F2} s   (limit {StartLimit} s)");
        var served = await LoadResult.WarmAndMeasureAsync(product, request, duration);
        var parsed = await LoadResult.WarmAndMeasureAsync(floor, request, duration);
        Print("                           requests/s   CPU ms/request   p50 ms   p99 ms");
        Print($"served                     {served.PerSecond,10:F0}   {served.CpuMilliseconds,14:F3}   {served.Median,6:F2}   {served.Percentile99,6:F2}");
        Print($"parse only                 {parsed.PerSecond,10:F0}   {parsed.CpuMilliseconds,14:F3}   {parsed.Median,6:F2}   {parsed.Percentile99,6:F2}");
        Print($"CPU per request            {served.CpuMilliseconds:F3} ms (limit {CpuLimit} ms)");
        Print($"ratio requests/s           {served.PerSecond / parsed.PerSecond:F2}   (limit {RatioLimit})");
        Print($"ratio CPU                  {parsed.CpuMilliseconds / served.CpuMilliseconds:F2}");
        Print($"memory                     {product.Megabytes} MB");
        return 0;
    }

    private static int CountCards(string answer) => answer.Split("\"indicator\"").Length - 1;

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Print(string line) => Console.WriteLine(line);
}
