using FhirNaltrexone.Cql;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>
/// Looks up define names in the libraries of one PlanDefinition. A name must be found in exactly one of them; within an action the library that
/// holds its condition comes first, so that rule libraries may each re-export the same shared define.
/// </summary>
internal sealed class DefineScope
{
    private const string Boolean = "System.Boolean";
    private const string Text = "System.String";
    private const string References = "List<System.String>";

    private readonly CqlEngine _engine;
    private readonly IReadOnlyList<string> _libraries;
    private readonly ProblemList _problems;
    private readonly string? _home;

    public DefineScope(CqlEngine engine, IReadOnlyList<string> libraries, ProblemList problems)
        : this(engine, libraries, problems, null)
    {
    }

    private DefineScope(CqlEngine engine, IReadOnlyList<string> libraries, ProblemList problems, string? home)
        => (_engine, _libraries, _problems, _home) = (engine, libraries, problems, home);

    /// <summary>The same scope with a library that is asked first.</summary>
    public DefineScope Within(string? home) => new(_engine, _libraries, _problems, home);

    public CqlDefine? Condition(string where, string name) => Find(where, name, type => type == Boolean, Boolean);

    public CqlDefine? TextOf(string where, string name) => Find(where, name, type => type == Text, Text);

    public CqlDefine? Targets(string where, string name) => Find(where, name, type => type == References, References);

    public CqlDefine? Value(string where, string name)
        => Find(where, name, Suggestions.ElementValue.Types.Contains, string.Join(" or ", Suggestions.ElementValue.Types.Order(StringComparer.Ordinal)));

    private CqlDefine? Find(string where, string name, Func<string, bool> fits, string expected)
    {
        var found = Candidates(name);
        if (found.Count != 1)
        {
            var places = found.Count == 0 ? $"in none of {string.Join(", ", _libraries)}" : $"in {string.Join(" and ", found.Select(d => d.Library))}";
            _problems.Add(where, $"names the define \"{name}\", found {places}; exactly one is needed");
            return null;
        }

        if (found[0].ResultTypeName is { } type && fits(type))
        {
            return found[0];
        }

        _problems.Add(where, $"names {found[0]} of type {found[0].ResultTypeName ?? "unknown"}; {expected} is needed");
        return null;
    }

    private List<CqlDefine> Candidates(string name)
        => _home is not null && _engine.Find(_home, name) is { } own
            ? [own]
            : [.. _libraries.Select(library => _engine.Find(library, name)).OfType<CqlDefine>()];
}
