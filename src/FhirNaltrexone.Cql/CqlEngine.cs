using System.Collections.Frozen;
using FhirNaltrexone.Cql.Compilation;
using FhirNaltrexone.Cql.Elm;

namespace FhirNaltrexone.Cql;

/// <summary>
/// A set of CQL libraries, compiled once from their ELM. Immutable and thread-safe: requests share it and each begins its own
/// evaluation.
/// </summary>
public sealed class CqlEngine
{
    private readonly FrozenDictionary<(string Library, string Name), CqlDefine> _defines;
    private readonly Body[] _bodies;
    private readonly (CqlParameter Parameter, int Slot, Body Default)[] _parameters;

    /// <summary>What is known before an evaluation begins, by memo slot; every evaluation starts from a copy.</summary>
    private readonly object?[] _known;

    private CqlEngine(Linker linker)
    {
        var all = linker.Libraries.SelectMany(library => library.Defines.Values).ToList();
        _known = Constants(linker.MemoSize, all);
        _bodies = new Body[linker.MemoSize];
        foreach (var (body, define) in all) _bodies[define.Slot] = body;
        Defines = [.. all.Select(each => each.Define)];
        _parameters = [.. linker.Libraries.SelectMany(library => library.Parameters.Values).Select(each => (each.Parameter, each.Slot, each.Default))];
        Parameters = [.. _parameters.Select(each => each.Parameter)];
        _defines = Defines.ToFrozenDictionary(define => (define.Library, define.Name));
    }

    private CqlEngine(CqlEngine engine, object?[] known)
    {
        (_defines, _bodies, _parameters, _known) = (engine._defines, engine._bodies, engine._parameters, known);
        (Defines, Parameters) = (engine.Defines, engine.Parameters);
    }

    /// <summary>Lists of names and the like: what depends on nothing is evaluated once.</summary>
    private static object?[] Constants(int size, IEnumerable<(Body Body, CqlDefine Define)> defines)
    {
        var known = new object?[size];
        var frame = new Frame(CqlData.Empty, new CqlDateTime(DateTimeOffset.UnixEpoch), CqlParameters.Empty, known);
        var verdicts = new Dictionary<Body, bool>();
        foreach (var (body, define) in defines)
        {
            if (IsConstant(body, verdicts)) frame.Once(define.Slot, body, null);
        }

        return known;
    }

    /// <summary>A body that refers to itself is none: evaluated, it tells the error.</summary>
    private static bool IsConstant(Body body, Dictionary<Body, bool> verdicts)
    {
        if (verdicts.TryGetValue(body, out var known)) return known;
        verdicts[body] = false;
        return verdicts[body] = body.IsFixed && body.References.All(reference => IsConstant(reference, verdicts));
    }

    /// <summary>The parameters of all libraries.</summary>
    public IReadOnlyList<CqlParameter> Parameters { get; }

    /// <summary>The defines of all libraries.</summary>
    public IReadOnlyList<CqlDefine> Defines { get; }

    /// <summary>Compiles libraries.</summary>
    /// <param name="elm">ELM JSON, one library each, in any order.</param>
    /// <param name="valueSets">Members of a value set by canonical URL (with <c>|version</c> when the library asks for one); null when unknown.</param>
    /// <exception cref="CqlException">Something in the libraries cannot be run; all problems are listed.</exception>
    public static CqlEngine Load(IEnumerable<ReadOnlyMemory<byte>> elm, Func<string, CodeSet?> valueSets)
    {
        ArgumentNullException.ThrowIfNull(elm);
        ArgumentNullException.ThrowIfNull(valueSets);
        var linker = new Linker(valueSets);
        linker.Link([.. elm.Select(ElmLibrary.Parse)]);
        return linker.Problems.Count == 0 ? new CqlEngine(linker) : throw new CqlException(linker.Problems);
    }

    /// <summary>The define of a library, or null when there is none.</summary>
    public CqlDefine? Find(string library, string define) => _defines.GetValueOrDefault((library, define));

    /// <summary>Every retrieve the given defines can reach, through defines, functions and parameter defaults of all libraries.</summary>
    public IReadOnlyList<CqlDataRequirement> DataRequirements(IEnumerable<CqlDefine> roots)
        => [.. Reached(roots).SelectMany(body => body.Retrieves).DistinctBy(Key).OrderBy(Key, StringComparer.Ordinal)];

    /// <summary>Whether the value of a define can depend on any of some parameters, through defines, functions and parameter defaults of all libraries.</summary>
    /// <param name="define">The define.</param>
    /// <param name="library">Name of the library that declares the parameters.</param>
    /// <param name="parameters">Names of the parameters.</param>
    public bool Uses(CqlDefine define, string library, IReadOnlyList<string> parameters)
    {
        var reached = Reached([define]);
        return _parameters.Any(each => each.Parameter.Library == library && parameters.Contains(each.Parameter.Name) && reached.Contains(each.Default));
    }

    private HashSet<Body> Reached(IEnumerable<CqlDefine> roots)
    {
        var reached = new HashSet<Body>();
        var open = new Stack<Body>(roots.Select(root => _bodies[root.Slot]));
        while (open.TryPop(out var body))
        {
            if (!reached.Add(body)) continue;
            foreach (var reference in body.References) open.Push(reference);
        }

        return reached;
    }

    /// <summary>
    /// The same engine with values that hold for every evaluation, looked up once and not again for each. What an evaluation gives to the same
    /// parameters is ignored. Only plain values can be bound so: instants depend on the offset of an evaluation, resources remember what was read of them.
    /// </summary>
    /// <exception cref="CqlException">A value is neither a truth, a number, a text, a quantity or a code, nor a list of these.</exception>
    public CqlEngine Bind(CqlParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var known = (object?[])_known.Clone();
        foreach (var (parameter, slot, _) in _parameters)
        {
            if (parameters.TryGet(parameter.Library, parameter.Name, out var value)) known[slot] = Frame.Known(ParameterValues.AdoptConstant(value));
        }

        return new CqlEngine(this, known);
    }

    /// <summary>Begins an evaluation.</summary>
    /// <param name="data">The patient's resources.</param>
    /// <param name="now">The instant that <c>Now()</c> gives; its offset is that of all date/times that state none.</param>
    /// <param name="parameters">Values of library parameters.</param>
    /// <param name="limits">How much it may take; null for any amount.</param>
    public CqlEvaluation Begin(CqlData data, DateTimeOffset now, CqlParameters parameters, CqlLimits? limits = null) =>
        new(_bodies, new Frame(data, new CqlDateTime(now), parameters, (object?[])_known.Clone(), limits));

    private static string Key(CqlDataRequirement requirement) =>
        $"{requirement.ResourceType}|{requirement.CodePath}|{string.Join(',', requirement.ValueSets)}|{string.Join(',', requirement.Codes)}";
}
