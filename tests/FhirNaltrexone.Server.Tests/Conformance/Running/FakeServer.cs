using System.Net;
using System.Text;

namespace FhirNaltrexone.Server.Tests.Conformance.Running;

/// <summary>A server for scripts that gives prepared answers and remembers what it was asked.</summary>
internal sealed class FakeServer(Func<HttpRequestMessage, (int Status, string Body)> answer) : HttpMessageHandler
{
    public const string Base = "http://server.example.org/fhir";

    /// <summary>Methods and what follows the base, in order.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Bodies, in order.</summary>
    public List<string> Bodies { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add($"{request.Method} {request.RequestUri!.OriginalString[Base.Length..]}");
        Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        var (status, body) = answer(request);
        if (status == 0) throw new HttpRequestException("Nobody listens.");
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/fhir+json") };
        if (status == 201) response.Headers.Location = new Uri($"{Base}/Patient/server-made/_history/1");
        return response;
    }
}
