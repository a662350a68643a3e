using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace FhirNaltrexone.Reliability.Kill;

/// <summary>Posts transactions of ten entries, one after the other, and remembers which were acknowledged.</summary>
internal sealed class BundleClient(HttpClient http, ConcurrentBag<int> acknowledged)
{
    /// <summary>Entries of a transaction: half of them new resources, half new versions of the same few.</summary>
    public const int Entries = 10;

    // While the database is away the server says so at once: to ask without a pause would take the processor from its restart.
    private static readonly TimeSpan AwayDelay = TimeSpan.FromMilliseconds(50);

    /// <summary>Posts until the server is gone.</summary>
    /// <param name="next">Gives the number of the next transaction.</param>
    /// <param name="cancellationToken">Ends between two transactions.</param>
    public async Task RunAsync(Func<int> next, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var number = next();
            try
            {
                using var response = await http.PostAsync("/fhir", new StringContent(Bundle(number), Encoding.UTF8, "application/fhir+json"), CancellationToken.None);
                if (response.StatusCode == HttpStatusCode.OK) acknowledged.Add(number);
                else if (response.StatusCode == HttpStatusCode.ServiceUnavailable) await Task.Delay(AwayDelay, cancellationToken);
                else if (response.StatusCode != HttpStatusCode.Conflict) throw new InvalidOperationException($"{response.StatusCode}: {await response.Content.ReadAsStringAsync(CancellationToken.None)}");
            }
            catch (Exception end) when (end is HttpRequestException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private static string Bundle(int number)
    {
        var entries = Enumerable.Range(0, Entries).Select(index => index < Entries / 2
            ? Entry($$$"""{"resourceType":"Basic","code":{"text":"{{{number}}}"}}""", "POST", "Basic")
            : Entry($$$"""{"resourceType":"Basic","id":"shared-{{{index}}}","code":{"text":"{{{number}}}"}}""", "PUT", $"Basic/shared-{index}"));
        return $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{string.Join(',', entries)}}]}""";
    }

    private static string Entry(string resource, string method, string url)
        => $$$"""{"resource":{{{resource}}},"request":{"method":"{{{method}}}","url":"{{{url}}}"}}""";
}
