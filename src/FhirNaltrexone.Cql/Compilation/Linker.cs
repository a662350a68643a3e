using FhirNaltrexone.Cql.Data;
using FhirNaltrexone.Cql.Elm;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Turns ELM libraries into compiled bodies: declares all names first, so that the order of libraries does not matter.</summary>
internal sealed class Linker(Func<string, CodeSet?> valueSets)
{
    private readonly Dictionary<string, LibrarySymbols> _libraries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CodeSet?> _valueSets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sharedSlots = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string? Type, SystemKind? Value), FhirProperty> _properties = [];
    private readonly Dictionary<(string Type, string Path), CodedRetrieves> _retrieves = [];
    private readonly List<CqlProblem> _problems = [];

    public IReadOnlyList<CqlProblem> Problems => _problems;

    public IEnumerable<LibrarySymbols> Libraries => _libraries.Values;

    /// <summary>Number of memo slots an evaluation needs.</summary>
    public int MemoSize { get; private set; }

    public void Link(IEnumerable<ElmLibrary> libraries)
    {
        foreach (var library in libraries)
        {
            if (!_libraries.TryAdd(library.Name, new LibrarySymbols(library))) Report(library.Name, null, null, "The library is given twice.");
        }

        foreach (var symbols in _libraries.Values) Include(symbols);
        foreach (var symbols in _libraries.Values) new Declarations(this, symbols).Declare();
        foreach (var symbols in _libraries.Values) new Declarations(this, symbols).DeclareCodes();
        foreach (var symbols in _libraries.Values) Compile(symbols);
    }

    public int NewSlot() => MemoSize++;

    /// <summary>One slot for what has one key: a type, whose retrieves all see the same elements, or an expression that is the same everywhere.</summary>
    public int SharedSlot(string key) => _sharedSlots.TryGetValue(key, out var slot) ? slot : _sharedSlots[key] = NewSlot();

    /// <summary>One accessor per name and type, so that an element remembers what was read of it wherever that was asked.</summary>
    public FhirProperty Property(string name, CqlType? type, SystemKind? value = null)
    {
        var key = (name, type?.ToString(), value);
        return _properties.TryGetValue(key, out var known) ? known : _properties[key] = new FhirProperty(name, type, value);
    }

    /// <summary>The retrieves of a type by the codes of an element, of all libraries.</summary>
    public CodedRetrieves Retrieves(string type, string path)
        => _retrieves.TryGetValue((type, path), out var known) ? known : _retrieves[(type, path)] = new(NewSlot(), new CodeReader(Property(path, null)));

    public CodeSet? ValueSet(CqlVocabulary valueSet)
    {
        var url = valueSet.Version is null ? valueSet.Id! : $"{valueSet.Id}|{valueSet.Version}";
        if (!_valueSets.TryGetValue(url, out var members))
            _valueSets[url] = members = valueSets(url) ?? (valueSet.Version is null ? null : valueSets(valueSet.Id!));
        return members;
    }

    public void Report(string library, string? define, string? locator, string message) =>
        _problems.Add(new CqlProblem(library, define, locator, message));

    private void Include(LibrarySymbols symbols)
    {
        foreach (var include in symbols.Library.Root.Definitions("includes"))
        {
            var (path, version) = (include.Text("path")!, include.Text("version"));
            if (!_libraries.TryGetValue(path, out var target)) Report(symbols.Name, null, include.Locator, $"Included library {path} is not loaded.");
            else if (version is not null && target.Library.Version != version)
                Report(symbols.Name, null, include.Locator, $"Included library {path} has version {target.Library.Version ?? "none"}, not {version}.");
            else symbols.Includes[include.Text("localIdentifier") ?? path] = target;
        }
    }

    private void Compile(LibrarySymbols symbols)
    {
        foreach (var definition in symbols.Library.Root.Definitions("statements"))
        {
            if (definition.Type != "FunctionDef") new BodyCompiler(this, symbols, symbols.Defines[definition.Text("name")!].Body).CompileDefine(definition);
        }

        foreach (var function in symbols.Functions) new BodyCompiler(this, symbols, function.Body).CompileFunction(function.Definition);
        foreach (var definition in symbols.Library.Root.Definitions("parameters"))
        {
            var body = symbols.Parameters[definition.Text("name")!].Default;
            if (definition.Child("default").IsDefined) new BodyCompiler(this, symbols, body).CompileDefault(definition);
        }
    }
}
