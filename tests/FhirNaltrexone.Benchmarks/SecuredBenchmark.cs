using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FhirNaltrexone.Benchmarks;

/// <summary>
/// The order-sign request of <see cref="CdsBenchmark"/>, open and with a token of its own on every call: what it costs to know who asks. Tokens are
/// signed before a run and not during it: signing costs as much as the service does, and beside it, on the same cores, would make the service slower.
/// A client that holds the records it sends gets the very answer of an open call; any other gets also the warning that records may be missing, with
/// rules judged as if they were.
/// </summary>
internal static class SecuredBenchmark
{
    private const double CostLimit = 1.5;
    private const string Base = "https://cds.example.org/cds-services";

    private const string Holder = "holder";
    private const string Other = "other";

    private static readonly RSA Rsa = RSA.Create(2048);
    private static readonly ECDsa Ec = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private static int _tokens;

    public static async Task<int> RunAsync(int seconds)
    {
        var duration = TimeSpan.FromSeconds(seconds);
        var request = OrderSign.Request(OrderSign.Body);
        using var open = ServedProcess.StartProduct();
        await open.FirstAnswerAsync(() => request);
        var plain = await LoadResult.WarmAndMeasureAsync(open, request, duration);
        var keys = Keys();
        using var secured = ServedProcess.StartProduct(
            "--Security:Mode=Enforced", $"--Security:CdsBase:0={Base}",
            $"--Security:Clients:0:Id={Holder}", $"--Security:Clients:0:Jwks={keys}", "--Security:Clients:0:Services:0=*", "--Security:Clients:0:RecordHolder=true",
            $"--Security:Clients:1:Id={Other}", $"--Security:Clients:1:Jwks={keys}", "--Security:Clients:1:Services:0=*",
            // Counted, and never refused.
            "--Security:Limits:RequestsPerMinute=100000000");
        await secured.FirstAnswerAsync(Ahead(Holder, "RS384", 1));
        Console.WriteLine("                   calls/s   CPU ms/call   p50 ms   p99 ms   CPU / open");
        Print("open, as fast as can", plain, plain);
        foreach (var (client, algorithm) in new[] { (Holder, "RS384"), (Holder, "ES384"), (Other, "RS384") })
        {
            var result = await LoadResult.WarmAndMeasureAsync(secured, count => Ahead(client, algorithm, count), duration);
            var equal = await LoadResult.MeasureAsync(open, () => request, result.PerSecond, duration);
            Print("open, as many calls", equal, equal);
            Print($"{client}, {algorithm}", result, equal);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"limit of CPU secured / open   {CostLimit}"));
        return 0;
    }

    private static void Print(string name, LoadResult result, LoadResult open) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-20} {result.PerSecond,6:F0} {result.CpuMilliseconds,13:F3}   {result.Median,6:F2}   {result.Percentile99,6:F2}   {result.CpuMilliseconds / open.CpuMilliseconds,10:F2}"));

    private static Func<byte[]> Ahead(string client, string algorithm, int count)
    {
        var tokens = new ConcurrentQueue<string>(Enumerable.Range(0, count).Select(_ => Token(client, algorithm)));
        return () => tokens.TryDequeue(out var token) ? OrderSign.Request(OrderSign.Body, token) : throw new InvalidOperationException($"more than {count} tokens were needed");
    }

    private static string Token(string client, string algorithm)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var header = $$"""{"alg":"{{algorithm}}","kid":"{{algorithm}}","typ":"JWT"}""";
        var claims = $$"""{"iss":"{{client}}","aud":"{{Base}}/{{OrderSign.Service}}","exp":{{now + 300}},"iat":{{now}},"jti":"{{_tokens++}}-0b9d6b0e-3c55-4bd5"}""";
        var unsigned = $"{Encode(Encoding.UTF8.GetBytes(header))}.{Encode(Encoding.UTF8.GetBytes(claims))}";
        return $"{unsigned}.{Encode(Sign(algorithm, Encoding.ASCII.GetBytes(unsigned)))}";
    }

    private static byte[] Sign(string algorithm, byte[] data)
        => algorithm == "RS384" ? Rsa.SignData(data, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1) : Ec.SignData(data, HashAlgorithmName.SHA384);

    private static string Keys()
    {
        var rsa = Rsa.ExportParameters(false);
        var point = Ec.ExportParameters(false).Q;
        return $$"""{"keys":[{"kty":"RSA","kid":"RS384","n":"{{Encode(rsa.Modulus!)}}","e":"{{Encode(rsa.Exponent!)}}"},{"kty":"EC","kid":"ES384","crv":"P-384","x":"{{Encode(point.X!)}}","y":"{{Encode(point.Y!)}}"}]}""";
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
