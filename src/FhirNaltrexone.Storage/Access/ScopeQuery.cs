using FhirNaltrexone.Storage.Search.Requests;

namespace FhirNaltrexone.Storage.Access;

/// <summary>What queries of scopes may say.</summary>
public static class ScopeQuery
{
    // These ask value sets and code systems, and what clients have stored counts there: whoever may write them could widen a scope.
    private static readonly string[] Modifiers = ["in", "not-in", "below", "above"];

    /// <summary>Whether a query is about the resource alone: not about value sets or code systems, which others may change.</summary>
    /// <param name="query">Search parameters as written behind the question mark.</param>
    public static bool IsOfResource(string query)
        => QueryText.Read(query).All(pair => pair.Key != "_filter" && !Array.Exists(Modifiers, modifier => pair.Key.EndsWith($":{modifier}", StringComparison.Ordinal)));
}
