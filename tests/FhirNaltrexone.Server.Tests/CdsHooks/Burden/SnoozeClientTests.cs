using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Burden;

/// <summary>A client silences its own cards and nobody else's.</summary>
public sealed class SnoozeClientTests : IDisposable
{
    private readonly AccessServer _server = new(null, ("Cards:Snooze", "7.00:00:00"));
    private int _number;

    public void Dispose() => _server.Dispose();

    public static TheoryData<string, string, string?> Others => new()
    {
        { "other", "other", null }, { "clinic", "another-issuer", null }, { "clinic", "clinic", "north" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task An_override_of_one_client_silences_nothing_for_another(string id, string issuer, string? tenant)
    {
        var other = Callers.Clinic with { Id = id, Issuer = issuer, Tenant = tenant };
        var call = Call.OrderSign();
        await CardAsync(Callers.Clinic, call);
        await OverrideAsync(other, await CardAsync(other, call));

        Assert.NotNull(await CardAsync(Callers.Clinic, call));
        Assert.Null(await CardAsync(other, call));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Feedback_of_another_client_silences_nothing(string id, string issuer, string? tenant)
    {
        var other = Callers.Clinic with { Id = id, Issuer = issuer, Tenant = tenant };
        var call = Call.OrderSign();
        var card = await CardAsync(Callers.Clinic, call);

        await OverrideAsync(other, card);
        Assert.NotNull(await CardAsync(Callers.Clinic, call));

        await OverrideAsync(Callers.Clinic, card);
        Assert.Null(await CardAsync(Callers.Clinic, call));
    }

    /// <summary>The uuid of the card that a client gets; null for none.</summary>
    private async Task<string?> CardAsync(Caller caller, JsonObject call)
    {
        var number = ++_number;
        _server.Server.Service.Rules = _ => [Findings.Of("HT-03", Indicator.Warning, number: number)];
        var asked = call.DeepClone();
        asked["hookInstance"] = Guid.NewGuid().ToString();
        var cards = await _server.CardsAsync(caller, asked);
        return (string?)cards.SingleOrDefault(card => (string?)card!["source"]?["topic"]?["code"] == "HT-03")?["uuid"];
    }

    private async Task OverrideAsync(Caller caller, string? card)
    {
        using var client = _server.Server.CreateClient();
        client.DefaultRequestHeaders.Add(CallerHeader.Name, CallerHeader.Of(caller).Value);
        using var response = await client.PostAsync($"/cds-services/{FakeCdsService.ServiceId}/feedback", Call.Json(new JsonObject
        {
            ["feedback"] = new JsonArray(new JsonObject
            {
                ["card"] = card,
                ["outcome"] = "overridden",
                ["outcomeTimestamp"] = DateTimeOffset.UtcNow.ToString("O"),
            }),
        }), TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);
    }
}
