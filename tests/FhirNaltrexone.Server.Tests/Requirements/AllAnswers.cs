using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Conformance;
using FhirNaltrexone.Server.Tests.Hostile;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Requirements;

/// <summary>The answers of the real server to every conformance case, each sent to every service that answers its hook.</summary>
public sealed class AllAnswers(ServerProcess server) : IAsyncLifetime
{
    private readonly List<Answered> _answers = [];

    /// <summary>The answers.</summary>
    internal IReadOnlyList<Answered> Answers => _answers;

    /// <summary>The cards in all of them.</summary>
    internal IEnumerable<JsonObject> Cards => Answers.SelectMany(answer => answer.Cards);

    /// <summary>The suggestions of all cards.</summary>
    internal IEnumerable<JsonObject> Suggestions => Cards.SelectMany(card => Objects(card, "suggestions"));

    /// <summary>The actions of all suggestions.</summary>
    internal IEnumerable<JsonObject> Actions => Suggestions.SelectMany(suggestion => Objects(suggestion, "actions"));

    /// <summary>The links of all cards.</summary>
    internal IEnumerable<JsonObject> Links => Cards.SelectMany(card => Objects(card, "links"));

    /// <summary>The reasons for overriding, of all cards.</summary>
    internal IEnumerable<JsonObject> OverrideReasons => Cards.SelectMany(card => Objects(card, "overrideReasons"));

    /// <summary>The sources of all cards.</summary>
    internal IEnumerable<JsonObject> Sources => Cards.Select(card => card["source"]!.AsObject());

    public async ValueTask InitializeAsync()
    {
        var ids = server.Services.Select(service => (string)service!["id"]!).Distinct().ToList();
        foreach (var file in HookCase.All.Select(row => row.Data))
        {
            foreach (var service in ids)
            {
                if (ConformanceCall.To(service, server.Services, file) is { } call)
                {
                    _answers.Add(await AskAsync(service, call));
                }
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The objects in an array member; none when the member is absent.</summary>
    internal static IEnumerable<JsonObject> Objects(JsonObject parent, string member)
        => parent[member]?.AsArray().Select(item => item!.AsObject()) ?? [];

    private async Task<Answered> AskAsync(string service, JsonObject call)
    {
        var start = Stopwatch.GetTimestamp();
        using var response = await server.Client.PostAsync($"/cds-services/{service}", Call.Json(call));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{service}: {(int)response.StatusCode} {text}");
        return new Answered(
            service, call, JsonNode.Parse(text)!.AsObject(), response.Content.Headers.ContentType?.MediaType, Stopwatch.GetElapsedTime(start));
    }
}
