using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Subscriptions.Notices;
using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Storage.Subscriptions;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Subscriptions.Operations;

/// <summary>
/// <c>$events</c>: events of a subscription again, by number; how a subscriber makes up for what it missed. <c>dead=true</c> (of this server) asks for
/// those only that the server has given up.
/// </summary>
internal sealed class EventsOperation(
    SubscriptionLookup lookup, ISubscriptionStore store, NoticeBuilder notices, IOptions<SubscriptionOptions> options, TimeProvider clock)
{
    /// <summary>The operation.</summary>
    public FhirOperation Operation => new()
    {
        Name = "events",
        Definition = Backport.Operations + "backport-subscription-events",
        Levels = OperationLevels.Instance,
        Types = ["Subscription"],
        Handler = AnswerAsync,
    };

    private async Task<FhirAnswer> AnswerAsync(OperationCall call, CancellationToken cancellationToken)
    {
        if (await lookup.FindAsync(call.Id!, cancellationToken).ConfigureAwait(false) is not var (definition, state))
            return FhirAnswer.Refused(404, IssueCodes.NotFound, "There is no Subscription with this id.");
        var input = new CallInput(call, ["eventsSinceNumber", "eventsUntilNumber", "content", "dead"]);
        var (from, to, isDead) = (input.Number("eventsSinceNumber") ?? 1, input.Number("eventsUntilNumber") ?? long.MaxValue, input.Flag("dead") == true);
        var content = input.Text("content") is { } code ? PayloadContents.Read(code) : definition.Request?.Channel.Content ?? PayloadContent.Empty;
        if (content is null) input.Fail("content", "content must be empty, id-only or full-resource.");
        if (input.Refusal is { } refusal) return FhirAnswer.Refused(refusal);

        var events = await store.EventsAsync(state.Id, from, to, isDead, options.Value.MaxListed, cancellationToken).ConfigureAwait(false);
        var plain = NoticeBuilder.Plain(NoticeType.QueryEvent, definition, state.Status, state.LastNumber);
        var notice = await notices.WithAsync(plain, events, definition.Request, content!.Value, cancellationToken).ConfigureAwait(false);
        return FhirAnswer.Of(new ResourceBody(NoticeWriter.Write(notice, call.Base, clock.GetUtcNow())));
    }
}
