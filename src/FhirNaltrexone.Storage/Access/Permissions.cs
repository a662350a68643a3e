using System.Collections.Concurrent;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Matching;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Access;

/// <summary>
/// The scopes of a caller as conditions (SMART App Launch 2.2): several add up, each with its own letters. What cannot be understood grants nothing.
/// </summary>
/// <param name="caller">Who asks.</param>
/// <param name="parameters">Search parameters known.</param>
/// <param name="criteria">Reads the queries of scopes.</param>
/// <param name="now">The instant, for dates in queries.</param>
internal sealed class Permissions(Caller caller, SearchParameterSet parameters, CriteriaReader criteria, DateTimeOffset now)
{
    private const string PatientType = "Patient";
    private const GrantedInteractions Reading = GrantedInteractions.Read | GrantedInteractions.Search;

    // The parameters of compartment members that tell whose record it is; the others tell who took part.
    private static readonly string[] SubjectCodes = ["subject", "patient", "beneficiary", "individual", "actor", "member"];

    private readonly ConcurrentDictionary<(string Type, GrantedInteractions Letters), Permission> _known = new();
    private readonly ConcurrentDictionary<string, ReferenceTest> _members = new(StringComparer.Ordinal);

    /// <summary>What may be done with a type.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="letters">What is to be done; any of several is enough.</param>
    public Permission For(string type, GrantedInteractions letters)
        => _known.GetOrAdd((type, letters), static (key, self) => self.Compile(key.Type, key.Letters), this);

    /// <summary>The types of a list with which it may be done.</summary>
    /// <param name="types">Resource types.</param>
    /// <param name="letters">What is to be done.</param>
    public IReadOnlyList<string> Allowed(IReadOnlyList<string> types, GrantedInteractions letters)
        => [.. types.Where(type => !For(type, letters).IsNone)];

    /// <summary>What resources of several types must be like; null for any.</summary>
    /// <param name="types">Allowed types.</param>
    /// <param name="letters">What is to be done.</param>
    public SearchExpression? Over(IReadOnlyList<string> types, GrantedInteractions letters)
    {
        var whole = types.Where(type => For(type, letters).IsWhole).ToList();
        if (whole.Count == types.Count) return null;
        if (types is [var only]) return For(only, letters).Condition;
        var parts = new List<SearchExpression>();
        if (whole.Count > 0) parts.Add(new TypeIs(whole));
        var limited = types.Except(whole).Select(type => (Type: type, Condition: For(type, letters).Condition!)).ToList();

        // Most types of a compartment differ in the parameter only: one look in the index serves them all.
        foreach (var group in limited.GroupBy(one => one.Condition is HasEntry { Test: ReferenceTest test } ? test : null))
        {
            if (group.Key is not { } test)
                parts.AddRange(group.Select(one => new AllOf([new TypeIs([one.Type]), one.Condition])));
            else
                parts.Add(new AllOf([new TypeIs([.. group.Select(one => one.Type)]), new HasEntry([.. group.SelectMany(one => ((HasEntry)one.Condition).Parameters)], test)]));
        }

        return new AnyOf(parts);
    }

    private Permission Compile(string type, GrantedInteractions letters)
    {
        if (caller.IsUnrestricted) return Permission.Whole;
        var granted = Granted(type, letters);
        return granted.IsNone || !Ownership.Contains(type) ? granted : Own(granted, type);
    }

    /// <summary>What has an owner is the owner's alone, whatever the scopes of others say. Owners are clients that act for themselves.</summary>
    private Permission Own(Permission granted, string type)
    {
        if (caller.User is not null || caller.Patient is not null) return Permission.None;
        if (!parameters.TryGet(type, "_tag", out var tag)) return Permission.None;
        var own = new HasEntry([tag.Key], new TokenTest([new TokenValue(Ownership.CodeOf(caller), Ownership.System)]));
        return new(false, granted.Condition is { } condition ? new AllOf([condition, own]) : own);
    }

    private Permission Granted(string type, GrantedInteractions letters)
    {
        var conditions = new List<SearchExpression>();
        foreach (var grant in caller.Grants)
        {
            if ((grant.Interactions & letters) == 0 || !grant.Covers(type)) continue;
            var permission = Compile(grant, type, grant.Interactions & letters);
            if (permission.IsWhole) return Permission.Whole;
            if (permission.Condition is { } condition && !conditions.Contains(condition)) conditions.Add(condition);
        }

        return conditions switch
        {
            [] => Permission.None,
            [var only] => new(false, only),
            _ => new(false, new AnyOf(conditions)),
        };
    }

    private Permission Compile(Grant grant, string type, GrantedInteractions letters)
    {
        var scope = Scope(grant, type, letters);
        if (scope.IsNone || grant.Query is not { } text) return scope;
        if (!ScopeQuery.IsOfResource(text) || !criteria(type, text, now, out var query, out _, out _) || query.Filter is not { } filter || !ResourceMatch.IsPossible(filter))
            return Permission.None;
        return new(false, scope.Condition is { } within ? new AllOf([within, filter]) : filter);
    }

    private Permission Scope(Grant grant, string type, GrantedInteractions letters) => caller.ReachOf(grant.Context) switch
    {
        null => Permission.Whole,
        "" => Permission.None,
        var patient => Compartment(patient, type, letters),
    };

    private Permission Compartment(string patient, string type, GrantedInteractions letters)
    {
        if (SharedTypes.Contains(type)) return (letters & Reading) == 0 ? Permission.None : Permission.Whole;
        if (type == PatientType) return new(false, new IdIs([patient]));
        var codes = parameters.CompartmentCodes(PatientType, type);
        var isReading = (letters & Reading) != 0;
        var keys = (isReading ? codes : codes.Where(SubjectCodes.Contains))
            .Select(code => parameters.TryGet(type, code, out var found) ? found.Key : (int?)null)
            .OfType<int>()
            .ToList();
        if (keys.Count == 0) return Permission.None;
        var own = new HasEntry(keys, _members.GetOrAdd(patient, static id => new([new ReferenceValue(PatientType, id)])));

        // Who measured, told or sent something sees it; the record it stands in is that of its subject, and only its owner's to change.
        return new(false, isReading ? own : new AllOf([own, new Not(new HasEntry(keys, new OtherReferenceTest(PatientType, patient)))]));
    }
}
