using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Matching;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Access;

/// <summary>What one request of a restricted caller may do, compiled from it: decides about versions and rewrites searches.</summary>
internal sealed class Guard
{
    private const int MostNamed = 5;

    private static readonly (GrantedInteractions Interaction, char Letter)[] LettersOfScopes =
    [
        (GrantedInteractions.Create, 'c'), (GrantedInteractions.Read, 'r'), (GrantedInteractions.Update, 'u'), (GrantedInteractions.Delete, 'd'),
        (GrantedInteractions.Search, 's'),
    ];

    private readonly GuardRules _rules;
    private readonly Permissions _permissions;

    /// <summary>Makes the guard of a request.</summary>
    /// <param name="rules">What all guards share.</param>
    /// <param name="context">The request.</param>
    public Guard(GuardRules rules, AccessContext context)
    {
        _rules = rules;
        Context = context;
        _permissions = new(context.Caller, rules.Parameters, rules.Criteria, rules.Clock.GetUtcNow());
    }

    /// <summary>The request.</summary>
    public AccessContext Context { get; }

    /// <summary>What decides beyond scopes.</summary>
    public DisclosurePolicy Policy => _rules.Policy;

    /// <summary>The failure of whoever may not. Clients are told the reason: it follows from the request and the scopes, never from what is stored.</summary>
    /// <param name="reason">Why.</param>
    public static StorageException Forbidden(string reason = "The scopes of the access token do not allow this.") => new(StorageErrorCode.Forbidden, reason);

    /// <summary>The type whose parameter has a key.</summary>
    public string TypeOf(int parameter) => _rules.TypeOf(parameter);

    /// <summary>What may be done with a type.</summary>
    public Permission For(string type, GrantedInteractions letters) => _permissions.For(type, letters);

    /// <summary>What may be done with a type, if anything.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.Forbidden"/>: nothing.</exception>
    public Permission Demand(string type, GrantedInteractions letters)
    {
        var permission = For(type, letters);
        return permission.IsNone ? throw Lacking([type], letters) : permission;
    }

    /// <summary>The types of a search, all for none named, with which it may be done.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.Forbidden"/>: with none.</exception>
    public IReadOnlyList<string> Allowed(IReadOnlyList<string> types, GrantedInteractions letters)
    {
        var allowed = _permissions.Allowed(types.Count == 0 ? ResourceTypes.All : types, letters);
        return allowed.Count == 0 ? throw Lacking(types, letters) : allowed;
    }

    /// <summary>Whether a version may be seen: deletions only by whoever may see the whole type, for they say nothing of whose they were.</summary>
    public bool IsVisible(ResourceVersion version, GrantedInteractions letters)
    {
        var permission = For(version.Key.Type, letters);
        if (permission.IsNone) return false;
        return permission.Condition is not { } condition || (!version.IsDeleted && Holds(condition, version, null));
    }

    /// <summary>Whether a resource meets a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="version">The resource.</param>
    /// <param name="index">Its index entries; null to make them.</param>
    public bool Holds(SearchExpression condition, ResourceVersion version, IndexEntries? index)
        => ResourceMatch.Holds(condition, version, index ?? _rules.Extract(version));

    /// <summary>A search condition confined to what the caller may search, in the chains as well.</summary>
    /// <param name="types">Allowed types.</param>
    /// <param name="filter">The condition; null for none.</param>
    public SearchExpression? Confine(IReadOnlyList<string> types, SearchExpression? filter)
    {
        var asked = filter is null ? null : Rewrite(filter);
        var may = _permissions.Over(types, GrantedInteractions.Search);
        if (may is null) return asked;
        return asked is null ? may : new AllOf([asked, may]);
    }

    private SearchExpression Rewrite(SearchExpression expression) => expression switch
    {
        AllOf all => new AllOf([.. all.Parts.Select(Rewrite)]),
        AnyOf any => new AnyOf([.. any.Parts.Select(Rewrite)]),
        Not not => new Not(Rewrite(not.Part)),
        RefersTo link => Passing(link),
        ReferredBy link => new ReferredBy(link.Parameters, Passing([.. link.Parameters.Select(_rules.TypeOf).Distinct()], link.Source).Condition),
        _ => expression,
    };

    private RefersTo Passing(RefersTo link)
    {
        var (types, target) = Passing(link.TargetTypes, link.Target);
        return new(link.Parameters, types, target);
    }

    /// <summary>
    /// A chain passes only through what the caller may search; else its answer would tell of the rest. Where that is nothing it is refused: finding nothing
    /// would look as if there were nothing.
    /// </summary>
    private (IReadOnlyList<string> Types, SearchExpression Condition) Passing(IReadOnlyList<string> types, SearchExpression condition)
    {
        var allowed = Allowed(types, GrantedInteractions.Search);
        var confined = Confine(allowed, condition)!;
        return (allowed, new AllOf([confined, Policy.Open]));
    }

    private static StorageException Lacking(IReadOnlyList<string> types, GrantedInteractions letters)
    {
        var needed = string.Join(" or ", LettersOfScopes.Where(one => letters.HasFlag(one.Interaction)).Select(one => one.Letter));
        return Forbidden($"This needs a scope with {needed} for {(types.Count is 0 or > MostNamed ? "a type it asks for" : string.Join(" or ", types))}.");
    }
}
