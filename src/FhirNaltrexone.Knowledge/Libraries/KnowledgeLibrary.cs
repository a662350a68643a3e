using System.Text.Json;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Apply;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge.Libraries;

/// <summary>A CQL library that can be evaluated, with the Library resource that describes it. Immutable and safe for concurrent use.</summary>
public sealed class KnowledgeLibrary
{
    private readonly CompiledLibraries _compiled;
    private readonly Lazy<DataNeeds> _needs;

    internal KnowledgeLibrary(JsonElement resource, CompiledLibraries compiled)
    {
        _compiled = compiled;
        _needs = new(() => compiled.Needs(Compiled));
        Resource = resource;
        Id = resource.Text("id") ?? string.Empty;
        Url = resource.Text("url") ?? string.Empty;
        Version = resource.Text("version");
        Name = resource.Text("name") ?? string.Empty;
        Title = resource.Text("title");
        Defines = [.. Compiled.Select(define => new LibraryDefine(define.Name, define.ResultTypeName))];
    }

    /// <summary>Id of the Library resource.</summary>
    public string Id { get; }

    /// <summary>Canonical URL, without version.</summary>
    public string Url { get; }

    /// <summary>Version, when the resource has one.</summary>
    public string? Version { get; }

    /// <summary>Name of the CQL library.</summary>
    public string Name { get; }

    /// <summary>Name for people, when there is one.</summary>
    public string? Title { get; }

    /// <summary>The Library resource.</summary>
    public JsonElement Resource { get; }

    /// <summary>Its defines, in the order of the library. A library of functions or parameters has none.</summary>
    public IReadOnlyList<LibraryDefine> Defines { get; }

    /// <summary>Every retrieve that a define can reach, through other libraries too.</summary>
    public IReadOnlyList<CqlDataRequirement> DataRequirements => _compiled.Engine.DataRequirements(Compiled);

    /// <summary>What must be read of a patient before defines are evaluated, in the form of prefetch templates.</summary>
    public DataNeeds Needs => _needs.Value;

    /// <summary>The parameters of this library.</summary>
    public IEnumerable<CqlParameter> Parameters => _compiled.Engine.Parameters.Where(parameter => parameter.Library == Name);

    private IEnumerable<CqlDefine> Compiled => _compiled.Engine.Defines.Where(define => define.Library == Name);

    /// <summary>Begins an evaluation, as at a hook (see <see cref="HookSubjects"/>) or outside hooks.</summary>
    /// <param name="chart">What is known about the patient.</param>
    /// <param name="now">The instant of evaluation, in any offset; converted into the chart's zone.</param>
    /// <param name="hook">Name of the hook; null outside hooks, where the CQL parameter "Hook" is <c>apply</c>.</param>
    /// <param name="longest">Longest time; what is evaluated later fails. Null for ten seconds.</param>
    public LibraryEvaluation Begin(Chart chart, DateTimeOffset now, string? hook = null, TimeSpan? longest = null)
        => _compiled.Begin(chart, now, hook, longest ?? ApplyLimits.Default.Longest);

    /// <summary>Whether the value of a define may be another one at a hook, or at another hook.</summary>
    /// <param name="define">Name of a define of this library.</param>
    public bool DependsOnHook(string define)
        => Find(define) is { } found && _compiled.Engine.Uses(found, RequestParameters.Library, RequestParameters.OfHooks);

    /// <summary>Every retrieve that some of the defines can reach.</summary>
    /// <param name="defines">Names of defines; names that are none of this library are left out.</param>
    public IReadOnlyList<CqlDataRequirement> RequirementsOf(IEnumerable<string> defines)
        => _compiled.Engine.DataRequirements(defines.Select(Find).OfType<CqlDefine>());

    internal CqlDefine? Find(string define) => _compiled.Engine.Find(Name, define);

    internal CompiledLibraries Engine => _compiled;
}
