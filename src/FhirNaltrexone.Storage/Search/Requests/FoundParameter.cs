using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>A search parameter of one or several types that is of the same kind on all of them.</summary>
/// <param name="Code">Code.</param>
/// <param name="Type">Kind.</param>
/// <param name="Types">Resource types that have it.</param>
/// <param name="Names">Names of its entries, see <see cref="ParameterKey"/>; one for each type, or more within contained resources.</param>
/// <param name="Targets">Types a reference may point to; empty for any.</param>
/// <param name="Parts">Kinds of the parts of a composite.</param>
internal sealed record FoundParameter(
    string Code,
    SearchParameterType Type,
    IReadOnlyList<string> Types,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Targets,
    IReadOnlyList<SearchParameterType> Parts)
{
    /// <summary>Keys of its entries, or of derived ones.</summary>
    public IReadOnlyList<int> Keys(string ending = "") => [.. Names.Select(name => ParameterKey.Of(name + ending))];

    /// <summary>The parameter of these types, in one group for each kind it has on them.</summary>
    public static IReadOnlyList<FoundParameter> Find(SearchParameterSet set, IReadOnlyList<string> types, string code)
        => [.. types.Select(type => set.TryGet(type, code, out var found) ? found : null)
            .OfType<SearchParameter>()
            .GroupBy(Kind)
            .Select(group => Of(code, [.. group]))];

    /// <summary>The same parameter within resources contained in those that have a reference parameter.</summary>
    public FoundParameter Within(FoundParameter reference)
        => this with { Names = [.. reference.Names.SelectMany(_ => Types, (outer, type) => $"{outer}>{type}/{Code}")] };

    private static string Kind(SearchParameter parameter)
        => $"{parameter.Type}{string.Concat(parameter.Components.Select(part => part.Type))}";

    private static FoundParameter Of(string code, IReadOnlyList<SearchParameter> group) => new(
        code,
        group[0].Type,
        [.. group.Select(one => one.Base)],
        [.. group.Select(one => $"{one.Base}/{one.Code}")],
        Union([.. group.Select(ParameterTargets.Of)]),
        [.. group[0].Components.Select(part => part.Type)]);

    private static IReadOnlyList<string> Union(IReadOnlyList<IReadOnlyList<string>> each)
        => each.Any(targets => targets.Count == 0) ? [] : [.. each.SelectMany(targets => targets).Distinct()];
}
