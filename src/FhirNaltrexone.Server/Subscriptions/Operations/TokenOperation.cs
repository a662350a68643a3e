using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Subscriptions.Notices;
using FhirNaltrexone.Server.Subscriptions.Owners;
using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Server.Subscriptions.Sockets;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Subscriptions.Operations;

/// <summary><c>$get-ws-binding-token</c>: a token with which a websocket is bound to subscriptions.</summary>
internal sealed class TokenOperation(SubscriptionLookup lookup, SubscriptionOwners owners, BindingTokens tokens)
{
    /// <summary>The operation.</summary>
    public FhirOperation Operation => new()
    {
        Name = "get-ws-binding-token",
        Definition = Backport.Operations + "backport-subscription-get-ws-binding-token",
        Levels = OperationLevels.Type | OperationLevels.Instance,
        Types = ["Subscription"],
        Handler = AnswerAsync,
    };

    private async Task<FhirAnswer> AnswerAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var input = new CallInput(call, ["id"]);
        var ids = (call.Id is { } only ? [only] : input.Names("id")).Distinct().ToList();
        if (ids.Count == 0) input.Fail("id", "Name the subscriptions by parameters id.", IssueCodes.Required);
        if (input.Refusal is { } refusal) return FhirAnswer.Refused(refusal);
        foreach (var id in ids)
        {
            if (await lookup.FindAsync(id, cancellationToken).ConfigureAwait(false) is not var (definition, _))
                return FhirAnswer.Refused(404, IssueCodes.NotFound, "There is no Subscription with this id.");
            if (definition.Request?.Channel.Type != ChannelCodes.WebSocket)
                return FhirAnswer.Refused(422, IssueCodes.BusinessRule, "The channel of the Subscription is not websocket.");

            // What the socket tells is decided by the registration of the client: nobody gets by it what the token at hand does not give.
            if (owners.Refuse(definition.Request.Topic) is { } lacking) return FhirAnswer.Refused(lacking);
        }

        var (token, expires) = await tokens.WriteAsync(ids, cancellationToken).ConfigureAwait(false);
        return FhirAnswer.Of(new ResourceBody(Parameters(ids, token, expires, call.Base)));
    }

    private static byte[] Parameters(IEnumerable<string> ids, string token, DateTimeOffset expires, string address)
    {
        var parameters = new JsonArray(
            new JsonObject { ["name"] = "token", ["valueString"] = token },
            new JsonObject { ["name"] = "expiration", ["valueDateTime"] = StatusWriter.Instant(expires) });
        foreach (var id in ids) parameters.Add((JsonNode)new JsonObject { ["name"] = "subscription", ["valueString"] = id });
        parameters.Add((JsonNode)new JsonObject { ["name"] = "websocket-url", ["valueUrl"] = $"ws{address["http".Length..]}{SocketEndpoint.Path}" });
        return System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["resourceType"] = "Parameters", ["parameter"] = parameters }.ToJsonString());
    }
}
