using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>Where a search looks: types, and the compartment they are confined to.</summary>
/// <param name="Types">Types searched, at least one.</param>
/// <param name="Filter">Condition of belonging to the compartment; null without one.</param>
internal sealed record SearchScope(IReadOnlyList<string> Types, SearchExpression? Filter)
{
    private const int BadRequest = 400;
    private const int NotFound = 404;

    /// <summary>Whether all types are searched.</summary>
    public bool IsAll => Types.Count == ResourceTypes.All.Count;

    /// <summary>Reads the scope of a request: type, compartment and <c>_type</c>.</summary>
    public static Result<SearchScope> Read(
        ReadingContext context, string? type, CompartmentScope? compartment, IReadOnlyList<KeyValuePair<string, string>> query)
    {
        if (type is not null && !ResourceTypes.Contains(type)) return new Refusal(NotFound, IssueCodes.NotFound, "There is no such resource type.");
        var named = ReadTypes(type, query);
        if (named.Refusal is { } refusal) return refusal;
        var types = named.Value!;
        return compartment is null
            ? new SearchScope(types.Length > 0 ? types : ResourceTypes.All, null)
            : Within(context.Parameters, compartment, types);
    }

    private static Result<string[]> ReadTypes(string? type, IReadOnlyList<KeyValuePair<string, string>> query)
    {
        var given = query.Where(pair => pair.Key == KnownNames.Type && pair.Value.Length > 0).ToList();
        if (given.Count == 0) return type is null ? Array.Empty<string>() : new[] { type };
        var types = given[0].Value.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();
        if (given.Count > 1 || types.Length == 0 || !Array.TrueForAll(types, ResourceTypes.Contains))
            return Refuse("it takes names of resource types, with commas between, and is given once.");
        return type is null || (types is [var only] && only == type) ? types : Refuse($"the search is for {type} only.");
    }

    private static Refusal Refuse(string text)
        => new(BadRequest, IssueCodes.Value, $"Parameter '{KnownNames.Type}': {text}", KnownNames.Type);

    private static Result<SearchScope> Within(SearchParameterSet set, CompartmentScope compartment, string[] types)
    {
        if (!set.IsCompartment(compartment.Type))
            return new Refusal(NotFound, IssueCodes.NotFound, $"There is no compartment of {compartment.Type}.");
        var members = (types.Length > 0 ? types : ResourceTypes.All).Where(type => set.CompartmentCodes(compartment.Type, type).Count > 0).ToList();
        if (members.Count == 0 || members.Count < types.Length)
            return new Refusal(NotFound, IssueCodes.NotFound, $"Not all of these types belong to the compartment of {compartment.Type}.");
        return new SearchScope(members, Membership(set, compartment, members));
    }

    private static SearchExpression Membership(SearchParameterSet set, CompartmentScope compartment, IReadOnlyList<string> members)
    {
        var keys = members
            .SelectMany(type => set.CompartmentCodes(compartment.Type, type), (type, code) => set.TryGet(type, code, out var found) ? found : null)
            .OfType<SearchParameter>()
            .Select(parameter => parameter.Key)
            .ToList();
        var refers = new HasEntry(keys, new ReferenceTest([new ReferenceValue(compartment.Type, compartment.Id)]));
        if (!members.Contains(compartment.Type)) return refers;
        SearchExpression itself = new AllOf([new TypeIs([compartment.Type]), new IdIs([compartment.Id])]);
        return keys.Count == 0 ? itself : new AnyOf([refers, itself]);
    }
}
