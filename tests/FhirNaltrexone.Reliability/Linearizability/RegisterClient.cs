using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace FhirNaltrexone.Reliability.Linearizability;

/// <summary>A client that reads one resource and overwrites it with If-Match, and notes when it asked and what it was told.</summary>
internal sealed class RegisterClient(HttpClient http, int number)
{
    private const string Path = "/fhir/Basic/register";
    private const int ValuesPerClient = 10_000_000;

    private readonly List<Operation> _operations = [];
    private int _written;

    /// <summary>Makes the resource with value 0.</summary>
    /// <returns>Its version.</returns>
    public static async Task<int> PrepareAsync(HttpClient http)
    {
        using var response = await http.SendAsync(Put(0, null));
        response.EnsureSuccessStatusCode();
        return Version(response);
    }

    /// <summary>Calls until the time is over.</summary>
    public async Task<IReadOnlyList<Operation>> RunAsync(TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < duration)
        {
            if (await ReadAsync() is { } version) await WriteAsync(version);
        }

        return _operations;
    }

    private async Task<int?> ReadAsync()
    {
        var invoked = Stopwatch.GetTimestamp();
        try
        {
            using var response = await http.GetAsync(Path);
            var body = await response.Content.ReadAsByteArrayAsync();
            var returned = Stopwatch.GetTimestamp();
            if (response.StatusCode != HttpStatusCode.OK) return null;
            var version = Version(response);
            _operations.Add(new Operation(Effect.Read, invoked, returned, version, Value(body)));
            return version;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task WriteAsync(int version)
    {
        var value = (number * ValuesPerClient) + ++_written;
        var invoked = Stopwatch.GetTimestamp();
        try
        {
            using var response = await http.SendAsync(Put(value, version));
            await response.Content.ReadAsByteArrayAsync();
            Note(response.StatusCode, invoked, version, value);
        }
        catch (HttpRequestException)
        {
            _operations.Add(new Operation(Effect.Unknown, invoked, long.MaxValue, version, value));
        }
    }

    private void Note(HttpStatusCode status, long invoked, int version, int value)
    {
        var returned = Stopwatch.GetTimestamp();
        switch (status)
        {
            case HttpStatusCode.OK:
                _operations.Add(new Operation(Effect.Written, invoked, returned, version, value));
                break;
            case HttpStatusCode.PreconditionFailed:
                _operations.Add(new Operation(Effect.Refused, invoked, returned, version, value));
                break;
            case HttpStatusCode.Conflict:
                // Refused without a word on the version: nothing was written, and nothing is claimed.
                break;
            default:
                _operations.Add(new Operation(Effect.Unknown, invoked, long.MaxValue, version, value));
                break;
        }
    }

    private static HttpRequestMessage Put(int value, int? version)
    {
        var body = $$$"""{"resourceType":"Basic","id":"register","code":{"text":"{{{value}}}"}}""";
        var message = new HttpRequestMessage(HttpMethod.Put, Path) { Content = new StringContent(body, Encoding.UTF8, "application/fhir+json") };
        if (version is { } expected) message.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{expected}\"", isWeak: true));
        return message;
    }

    private static int Version(HttpResponseMessage response) => int.Parse(response.Headers.ETag!.Tag.Trim('"'), CultureInfo.InvariantCulture);

    private static int Value(byte[] body)
    {
        using var resource = JsonDocument.Parse(body);
        return int.Parse(resource.RootElement.GetProperty("code").GetProperty("text").GetString()!, CultureInfo.InvariantCulture);
    }
}
