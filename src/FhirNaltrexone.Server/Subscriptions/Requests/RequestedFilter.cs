using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Server.Subscriptions.Requests;

/// <summary>What a subscriber is interested in.</summary>
/// <param name="Type">Changes of this type …</param>
/// <param name="Condition">… must be of resources like this.</param>
internal sealed record RequestedFilter(string Type, SearchExpression Condition);
