using System.Text.Json;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Libraries;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge;

/// <summary>All clinical content of one build: services, rules, vocabulary and thresholds, loaded and checked as a whole. Immutable.</summary>
public sealed class ContentSet
{
    private readonly Artifacts _artifacts;
    private readonly LibraryCompiler _compiler;
    private readonly HashSet<string> _protocolLibraries;

    private ContentSet(LoadedContent content)
    {
        (Services, Libraries, _artifacts, _compiler) = (content.Services, content.Libraries, content.Artifacts, content.Compiler);
        Hooks = [.. Services.SelectMany(service => service.Hooks).Distinct(StringComparer.Ordinal)];
        var protocols = All("PlanDefinition").Where(plan => Services.All(service => service.Url != plan.Text("url")));
        _protocolLibraries = [.. protocols.SelectMany(plan => plan.Items("library")).Select(url => url.ToString())];
    }

    /// <summary>The CDS services, one for each PlanDefinition that is a set of rules, in the order of their ids.</summary>
    public IReadOnlyList<Service> Services { get; }

    /// <summary>The hooks of all services, each once.</summary>
    public IReadOnlyList<string> Hooks { get; }

    /// <summary>The CQL libraries, compiled together.</summary>
    public LibrarySet Libraries { get; }

    /// <summary>Loads the content embedded in this assembly.</summary>
    /// <param name="thresholdOverrides">Threshold key to value, as text; keys that are not named keep their default.</param>
    /// <returns>The content set, checked completely.</returns>
    /// <exception cref="KnowledgeException">Content or overrides cannot be used; every problem is named.</exception>
    public static ContentSet LoadEmbedded(IReadOnlyDictionary<string, string> thresholdOverrides) => Load(EmbeddedContent.Read(), thresholdOverrides);

    /// <summary>Loads content from the files given.</summary>
    /// <param name="files">The files of <c>profiles/generated</c>, in any order.</param>
    /// <param name="thresholdOverrides">Threshold key to value, as text; keys that are not named keep their default.</param>
    /// <returns>The content set, checked completely.</returns>
    /// <exception cref="KnowledgeException">Content or overrides cannot be used; every problem is named.</exception>
    public static ContentSet Load(IEnumerable<ContentFile> files, IReadOnlyDictionary<string, string> thresholdOverrides)
        => new(new ContentReader([.. files], thresholdOverrides).Read());

    /// <summary>The definition of a type that a canonical names; null when the content set has none.</summary>
    /// <param name="type">Resource type, such as <c>PlanDefinition</c>.</param>
    /// <param name="canonical">URL, or URL and version after <c>|</c>, which must then be that of the definition.</param>
    public JsonElement? Find(string type, string canonical) => _artifacts.Resolve(canonical, type);

    /// <summary>All definitions of a type, in the order of their URLs.</summary>
    /// <param name="type">Resource type, such as <c>PlanDefinition</c>.</param>
    public IEnumerable<JsonElement> All(string type) => _artifacts.OfType(type).Select(pair => pair.Resource);

    /// <summary>
    /// The hooks at which defines of a library may have another value than outside of hooks that matters: none for those of protocols, which are
    /// written to be asked outside of hooks; any for the others, those of integrators too, which may use ours.
    /// </summary>
    /// <param name="library">The library.</param>
    public IReadOnlyList<string> HooksOf(KnowledgeLibrary library) => _protocolLibraries.Contains(library.Url) ? [] : Hooks;

    /// <summary>Compiles libraries of an integrator, which may include those of the content set. Costly: keep the result.</summary>
    /// <param name="libraries">All that belong together.</param>
    /// <param name="valueSets">Members of value sets that are not of the content set, by canonical; null when unknown.</param>
    /// <param name="problems">Why they cannot be used; empty when they can.</param>
    public LibrarySet? Compile(IReadOnlyList<ForeignLibrary> libraries, Func<string, CodeSet?> valueSets, out IReadOnlyList<string> problems)
        => _compiler.Compile(libraries, valueSets, out problems);
}
