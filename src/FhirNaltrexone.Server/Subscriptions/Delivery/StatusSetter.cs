using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Subscriptions;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Subscriptions.Delivery;

/// <summary>Sets the status of a Subscription by a new version of it, which the log then carries to whoever needs to know.</summary>
/// <param name="interactions">Interactions without the rules that bind clients.</param>
/// <param name="reader">Reads the new version.</param>
/// <param name="logger">Told of changes.</param>
internal sealed class StatusSetter(ResourceInteractions interactions, ContentReader reader, ILogger<StatusSetter> logger)
{
    /// <summary>Sets the status, unless somebody changed the Subscription meanwhile.</summary>
    /// <param name="definition">The Subscription.</param>
    /// <param name="status">The new status.</param>
    /// <param name="error">What failed, for <c>Subscription.error</c>; null removes it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> SetAsync(Definition definition, SubscriptionStatus status, string? error, CancellationToken cancellationToken)
    {
        var resource = JsonNode.Parse(definition.Resource.Json.Span)!.AsObject();
        resource["status"] = SubscriptionStatuses.Code(status);
        resource.Remove("error");
        if (error is not null) resource["error"] = error;
        var content = reader.FromJson(Encoding.UTF8.GetBytes(resource.ToJsonString())).Content;
        if (content is null) return false;
        var key = definition.Resource.Key;
        var conditions = new WriteConditions { IfMatch = $"W/\"{definition.Resource.Version}\"" };
        var result = await interactions.UpdateAsync(key, content, conditions, cancellationToken).ConfigureAwait(false);
        if (result.Refusal is null) logger.StatusSet(key.Id, SubscriptionStatuses.Code(status));
        return result.Refusal is null;
    }
}
