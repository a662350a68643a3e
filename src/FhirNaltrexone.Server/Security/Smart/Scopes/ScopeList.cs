using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Security.Smart.Scopes;

/// <summary>The scopes of a request or token.</summary>
/// <param name="Scopes">Those that were understood, each once, in their order.</param>
/// <param name="Refused">Those that were not.</param>
internal sealed record ScopeList(IReadOnlyList<SmartScope> Scopes, IReadOnlyList<string> Refused)
{
    /// <summary>What they allow together.</summary>
    public IReadOnlyList<Grant> Grants => [.. Scopes.Select(scope => scope.Grant).OfType<Grant>()];

    /// <summary>The scopes as a token carries them.</summary>
    public string Text => string.Join(' ', Scopes.Select(scope => scope.Text));

    /// <summary>Whether a scope was asked for by this name.</summary>
    /// <param name="name">Such as <c>openid</c>.</param>
    public bool Has(string name) => Scopes.Any(scope => scope.Text == name);

    /// <summary>Those of them that another list allows: named there, or covered by what is granted there.</summary>
    /// <param name="allowed">What may be had at most.</param>
    public ScopeList Within(ScopeList allowed)
    {
        var grants = allowed.Grants;
        return this with { Scopes = [.. Scopes.Where(scope => scope.Grant is { } wanted ? IsCovered(wanted, grants) : allowed.Has(scope.Text))] };
    }

    /// <summary>
    /// Whether other grants together allow each letter of a wanted one. A query stands for itself only: nobody compares what two of them find.
    /// </summary>
    private static bool IsCovered(Grant wanted, IEnumerable<Grant> granted)
    {
        var letters = granted
            .Where(grant => grant.Context == wanted.Context && Covers(grant, wanted.Type) && (grant.Query is null || grant.Query == wanted.Query))
            .Aggregate(GrantedInteractions.None, (all, grant) => all | grant.Interactions);
        return (wanted.Interactions & ~letters) == 0;
    }

    private static bool Covers(Grant grant, string? type) => type is null ? grant.Type is null : grant.Covers(type);
}
