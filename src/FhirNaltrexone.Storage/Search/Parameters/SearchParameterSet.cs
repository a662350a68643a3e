using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FhirNaltrexone.Storage.Search.Parameters;

/// <summary>
/// The search parameters a server knows. Immutable. <c>_id</c>, <c>_lastUpdated</c> and the like are no members: they read no index entries;
/// <c>_text</c> and <c>_content</c> have words only, under the keys <c>Type/_text</c> and <c>Type/_content</c>.
/// </summary>
public sealed class SearchParameterSet
{
    private static readonly Lazy<SearchParameterSet> LazyCore = new(() => new SearchParameterSet([.. CoreParameters.Read()]));

    /// <summary>Room for the names of R4 and some more.</summary>
    private const int ManyNames = 300_000;

    private readonly FrozenDictionary<string, Members> _types;

    private SearchParameterSet(IReadOnlyList<SearchParameter> all)
    {
        All = all;
        _types = all.GroupBy(parameter => parameter.Base).ToFrozenDictionary(group => group.Key, group => new Members([.. group]));
    }

    /// <summary>All search parameters of FHIR R4 on all its types.</summary>
    public static SearchParameterSet Core => LazyCore.Value;

    /// <summary>All parameters, ordered by type and code.</summary>
    public IReadOnlyList<SearchParameter> All { get; }

    /// <summary>Finds a parameter.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="code">Code, without modifier; case matters.</param>
    /// <param name="parameter">The parameter.</param>
    public bool TryGet(string type, string code, [NotNullWhen(true)] out SearchParameter? parameter)
    {
        parameter = _types.TryGetValue(type, out var members) ? members.ByCode.GetValueOrDefault(code) : null;
        return parameter is not null;
    }

    /// <summary>The parameters of a type, ordered by code; none for an unknown type.</summary>
    /// <param name="type">Resource type.</param>
    public IReadOnlyList<SearchParameter> For(string type) => _types.TryGetValue(type, out var members) ? members.List : [];

    /// <summary>This set and further parameters.</summary>
    /// <param name="searchParameterResources">SearchParameter resources.</param>
    /// <exception cref="StorageException">
    /// A definition is unusable (<see cref="StorageErrorCode.ParameterRefused"/>): unknown type, code already taken, expression outside what
    /// the index extraction evaluates, or a name whose <see cref="ParameterKey"/> is taken.
    /// </exception>
    public SearchParameterSet With(IEnumerable<JsonElement> searchParameterResources)
    {
        var added = searchParameterResources.SelectMany(resource => OwnParameters.Read(resource, this)).ToList();
        if (added.Count == 0) return this;
        if (added.Concat(All).GroupBy(parameter => (parameter.Base, parameter.Code)).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw OwnParameters.Refused(twice.First(), "its code is taken on this type");
        var set = new SearchParameterSet([.. All.Concat(added).OrderBy(one => one.Base, StringComparer.Ordinal).ThenBy(one => one.Code, StringComparer.Ordinal)]);
        if (set.Collision() is { } collision)
            throw new StorageException(StorageErrorCode.ParameterRefused, $"The names {collision.First} and {collision.Second} have one key: choose another code.");
        return set;
    }

    /// <summary>Whether there is a compartment of the type.</summary>
    /// <param name="type">Resource type.</param>
    [SuppressMessage("Performance", "CA1822", Justification = "Our own compartments would belong to a set.")]
    public bool IsCompartment(string type) => Compartments.Contains(type);

    /// <summary>
    /// Codes of the reference parameters that make resources of a type members of a compartment. Empty: never members. <c>{def}</c> stands for the
    /// resource the compartment is named after.
    /// </summary>
    /// <param name="compartment">Type of the compartment.</param>
    /// <param name="type">Type of the members.</param>
    [SuppressMessage("Performance", "CA1822", Justification = "Our own compartments would belong to a set.")]
    public IReadOnlyList<string> CompartmentCodes(string compartment, string type) => Compartments.Codes(compartment, type);

    /// <summary>Two names with one key, or null when all keys are distinct.</summary>
    internal (string First, string Second)? Collision()
    {
        var seen = new HashSet<int>(ManyNames);
        foreach (var key in Keys())
        {
            if (seen.Add(key)) continue;
            var names = Names().Where(name => ParameterKey.Of(name) == key).Take(2).ToList();
            return (names[0], names[1]);
        }

        return null;
    }

    /// <summary>The keys of <see cref="Names"/>, in the same order.</summary>
    internal IEnumerable<int> Keys()
        => All.SelectMany(parameter => ParameterNames.Keys(parameter, this)).Concat(_types.Keys.SelectMany(ParameterNames.OfWords).Select(ParameterKey.Of));

    /// <summary>All names that entries are kept under.</summary>
    internal IEnumerable<string> Names()
        => All.SelectMany(parameter => ParameterNames.Of(parameter, this)).Concat(_types.Keys.SelectMany(ParameterNames.OfWords));

    private sealed class Members(IReadOnlyList<SearchParameter> list)
    {
        public IReadOnlyList<SearchParameter> List { get; } = list;

        public Dictionary<string, SearchParameter> ByCode { get; } = list.ToDictionary(parameter => parameter.Code, StringComparer.Ordinal);
    }
}
