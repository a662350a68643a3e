using System.Text.Json;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Matching;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Access;

/// <summary>What one request may do, compiled from its caller: decides about versions and rewrites searches.</summary>
internal sealed class Guard
{
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
        Policy = context.Caller.IsUnrestricted ? null : rules.Policy;
    }

    /// <summary>The request.</summary>
    public AccessContext Context { get; }

    /// <summary>What decides beyond scopes; null when the caller falls under nothing.</summary>
    public DisclosurePolicy? Policy { get; }

    /// <summary>The failure of whoever may not.</summary>
    public static StorageException Forbidden() => new(StorageErrorCode.Forbidden, "The scopes of the caller do not allow it.");

    /// <summary>The type whose parameter has a key.</summary>
    public string TypeOf(int parameter) => _rules.TypeOf(parameter);

    /// <summary>What may be done with a type.</summary>
    public Permission For(string type, GrantedInteractions letters) => _permissions.For(type, letters);

    /// <summary>What may be done with a type, if anything.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.Forbidden"/>: nothing.</exception>
    public Permission Demand(string type, GrantedInteractions letters)
    {
        var permission = For(type, letters);
        return permission.IsNone ? throw Forbidden() : permission;
    }

    /// <summary>The types of a search, all for none named, with which it may be done.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.Forbidden"/>: with none.</exception>
    public IReadOnlyList<string> Allowed(IReadOnlyList<string> types, GrantedInteractions letters)
    {
        var allowed = _permissions.Allowed(types.Count == 0 ? ResourceTypes.All : types, letters);
        return allowed.Count == 0 ? throw Forbidden() : allowed;
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
    {
        if (index is not null) return ResourceMatch.Holds(condition, version, index);
        using var json = JsonDocument.Parse(version.Json);
        return ResourceMatch.Holds(condition, version, _rules.Extract(version.Key.Type, json.RootElement));
    }

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
        RefersTo link => Passing(link.TargetTypes, link.Target) is var (types, target) ? new RefersTo(link.Parameters, types, target) : new AnyOf([]),
        ReferredBy link => Passing([.. link.Parameters.Select(_rules.TypeOf).Distinct()], link.Source) is var (_, source)
            ? new ReferredBy(link.Parameters, source)
            : new AnyOf([]),
        _ => expression,
    };

    /// <summary>A chain passes only through what the caller may search; else its answer would tell of the rest.</summary>
    private (IReadOnlyList<string> Types, SearchExpression Condition)? Passing(IReadOnlyList<string> types, SearchExpression condition)
    {
        var allowed = _permissions.Allowed(types.Count == 0 ? ResourceTypes.All : types, GrantedInteractions.Search);
        if (allowed.Count == 0) return null;
        var confined = Confine(allowed, condition)!;
        return (allowed, Policy is null ? confined : new AllOf([confined, Policy.Open]));
    }
}
