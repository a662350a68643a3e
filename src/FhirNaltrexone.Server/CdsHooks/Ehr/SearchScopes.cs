namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>
/// Reads what the scopes of another server's token say of searches (SMART App Launch 2.2, and version 1). What this service itself grants is read
/// strictly; here a query that nobody understands narrows like any other.
/// </summary>
internal static class SearchScopes
{
    /// <summary>Whether there are scopes that allow searches for a type, and each of them has a query.</summary>
    /// <param name="scopes">Scopes with a space between each two; null for none.</param>
    /// <param name="type">The resource type.</param>
    public static bool AreNarrow(string? scopes, string type)
    {
        var areNarrow = false;
        foreach (var scope in (scopes ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var question = scope.IndexOf('?', StringComparison.Ordinal);
            if (!Allows(question < 0 ? scope : scope[..question], type)) continue;
            if (question < 0) return false;
            areNarrow = true;
        }

        return areNarrow;
    }

    private static bool Allows(string scope, string type)
        => scope.Split('/', '.') is ["patient" or "user" or "system", var named, var interactions]
            && (named == "*" || named == type)
            && (interactions is "read" or "*" || interactions.Contains('s', StringComparison.Ordinal));
}
