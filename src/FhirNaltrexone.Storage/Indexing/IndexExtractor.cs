using System.Collections.Concurrent;
using System.Text.Json;
using FhirNaltrexone.Storage.Indexing.Paths;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Indexing;

/// <summary>
/// Makes the entries that searches find a resource by. Thread-safe. Takes any JSON: what has not the shape that R4 gives it is no value.
/// The parameters of a type are compiled when the first resource of the type comes.
/// </summary>
/// <param name="parameters">Parameters to index for.</param>
/// <param name="options">Bases, zone and limits.</param>
public sealed class IndexExtractor(SearchParameterSet parameters, IndexingOptions options)
{
    private readonly ConcurrentDictionary<string, TypePlan> _plans = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(int Reference, string Type), EntryKeys?[]> _innerKeys = new();

    /// <summary>The entries of one resource; check <see cref="IndexEntries.IsOverLimit"/>.</summary>
    /// <param name="type">Resource type of R4.</param>
    /// <param name="root">The resource.</param>
    public IndexEntries Extract(string type, JsonElement root)
    {
        var extraction = new Extraction(options, new PathContext(root));
        var plan = Plan(type);
        var members = plan.Members(root);
        var run = new ParameterRun(extraction);
        for (var index = 0; index < plan.Parameters.Count && !extraction.IsOverLimit; index++)
        {
            var planned = plan.Parameters[index];
            extraction.ContainedFound.Clear();
            run.Run(plan, index, planned.Keys, members, root);
            if (extraction.ContainedFound.Count > 0 && planned.Parameter.Type == SearchParameterType.Reference) AddContained(run, extraction, planned.Parameter);
        }

        AddWords(extraction, type, root);
        return extraction.Entries();
    }

    /// <summary>The entries of one version that is no deletion.</summary>
    /// <param name="version">The version.</param>
    public IndexEntries Extract(ResourceVersion version)
    {
        using var document = JsonDocument.Parse(version.Json);
        return Extract(version.Key.Type, document.RootElement);
    }

    private TypePlan Plan(string type) => _plans.GetOrAdd(type, static (type, set) => TypePlan.Compile(set, type), parameters);

    /// <summary>Entries of contained resources under the reference that points to them, one level deep.</summary>
    private void AddContained(ParameterRun run, Extraction extraction, SearchParameter reference)
    {
        foreach (var resource in extraction.ContainedFound.Values.ToArray())
        {
            if (resource.Text("resourceType"u8) is not { } type || !ResourceTypes.Contains(type)) continue;
            if (reference.Targets.Count > 0 && !reference.Targets.Contains(type)) continue;
            var plan = Plan(type);
            var members = plan.Members(resource);
            var keys = _innerKeys.GetOrAdd((reference.Key, type), static (pair, inner) => InnerKeys(pair.Reference, inner), plan);
            for (var index = 0; index < keys.Length && !extraction.IsOverLimit; index++)
            {
                if (keys[index] is { } inner) run.Run(plan, index, inner, members, resource);
            }
        }
    }

    private static EntryKeys?[] InnerKeys(int reference, TypePlan plan)
        => [.. plan.Parameters.Select(parameter => parameter.IsInner ? EntryKeys.Inner(reference, parameter.Parameter) : null)];

    private void AddWords(Extraction extraction, string type, JsonElement root)
    {
        if (TextWords.OfNarrative(root) is { } narrative) extraction.Words(ParameterKey.Of(type, ParameterNames.Narrative), narrative);
        if (options.IndexContent && TextWords.OfContent(root) is { } content) extraction.Words(ParameterKey.Of(type, ParameterNames.Content), content);
    }
}
