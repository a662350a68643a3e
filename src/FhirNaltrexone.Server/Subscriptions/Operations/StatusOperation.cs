using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Subscriptions.Notices;
using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Subscriptions.Operations;

/// <summary><c>$status</c>: where subscriptions stand.</summary>
internal sealed class StatusOperation(SubscriptionLookup lookup, IOptions<SubscriptionOptions> options, TimeProvider clock)
{
    /// <summary>The operation.</summary>
    public FhirOperation Operation => new()
    {
        Name = "status",
        Definition = Backport.Operations + "backport-subscription-status",
        Levels = OperationLevels.Type | OperationLevels.Instance,
        Types = ["Subscription"],
        Handler = AnswerAsync,
    };

    private async Task<FhirAnswer> AnswerAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var input = new CallInput(call, ["id", "status"]);
        var wanted = input.Names("status").Select(SubscriptionStatuses.Read).ToList();
        if (wanted.Contains(null)) input.Fail("status", "status must be requested, active, error or off.");
        IReadOnlyList<string> ids = call.Id is { } id ? [id] : input.Names("id");
        if (input.Refusal is { } refusal) return FhirAnswer.Refused(refusal);
        if (ids.Count == 0) ids = await lookup.IdsAsync(cancellationToken).ConfigureAwait(false);
        var found = new List<Notice>();
        foreach (var one in ids.Distinct())
        {
            if (await lookup.FindAsync(one, cancellationToken).ConfigureAwait(false) is not var (definition, state)) continue;
            if (wanted.Count > 0 && call.Id is null && !wanted.Contains(state.Status)) continue;
            found.Add(NoticeBuilder.Plain(NoticeType.QueryStatus, definition, state.Status, state.LastNumber));
            if (found.Count == options.Value.MaxListed) break;
        }

        return found.Count == 0 && call.Id is not null
            ? FhirAnswer.Refused(404, IssueCodes.NotFound, "There is no Subscription with this id.")
            : FhirAnswer.Of(new ResourceBody(NoticeWriter.WriteStatuses(found, call.Base, clock.GetUtcNow())));
    }
}
