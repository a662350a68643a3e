using FhirNaltrexone.Server.Subscriptions.Owners;
using FhirNaltrexone.Storage.Subscriptions;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Subscriptions.Requests;

/// <summary>
/// What clients may store as Subscription. They ask (<c>requested</c>) or end (<c>off</c>); <c>active</c> and <c>error</c> are the server's to say.
/// </summary>
internal sealed class SubscriptionCheck(SubscriptionReader reader, SubscriptionOwners owners, TimeProvider clock)
{
    private const int Unprocessable = 422;

    /// <summary>Why a Subscription must not be stored; null when it may.</summary>
    public Refusal? Refuse(ResourceContent content)
    {
        switch (SubscriptionStatuses.Read(Elements.Text(content.Root, "status")))
        {
            case SubscriptionStatus.Off:
                return owners.Refuse(null);
            case SubscriptionStatus.Requested:
                var issues = new List<Issue>();
                var request = reader.Read(content.Root, issues);
                if (request?.End <= clock.GetUtcNow()) issues.Add(new(IssueCodes.Value, "The end of the subscription is past.", "Subscription.end"));
                return issues.Count > 0 ? new(Unprocessable, issues) : owners.Refuse(request!.Topic);
            default:
                return new(
                    Unprocessable, IssueCodes.BusinessRule, "Store a subscription as requested, or as off to end it: the server says whether it is active.", "Subscription.status");
        }
    }
}
