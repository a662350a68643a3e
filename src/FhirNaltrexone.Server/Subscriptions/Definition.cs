using System.Text.Json;
using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Subscriptions;

/// <summary>A Subscription as stored, and what it asks for.</summary>
/// <param name="Resource">The version that counts.</param>
/// <param name="Root">Its content.</param>
/// <param name="Request">What it asks for; null when this server cannot serve it (any more).</param>
internal sealed record Definition(ResourceVersion Resource, JsonElement Root, SubscriptionRequest? Request);
