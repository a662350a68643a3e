using FhirNaltrexone.Validation.Terminology.ValueSets;

namespace FhirNaltrexone.Validation.Terminology.CodeSystems;

/// <summary>A code system whose codes are made by a grammar: they can be recognized, not listed.</summary>
/// <param name="url">Its URL.</param>
/// <param name="name">Name to show.</param>
/// <param name="find">Recognizes a code; null in the answer when it is none.</param>
/// <param name="compile">Makes tests from filters; null when there are none.</param>
internal sealed class GrammarCodeSystem(
    string url, string name, Func<string, Answer<Concept?>> find, Func<ConceptFilter, Answer<Func<Concept, bool>>?>? compile = null) : ICodeSystem
{
    public string Url => url;

    public string? Version => null;

    public string Name => name;

    public bool IgnoresCase => false;

    public Answer<IReadOnlyList<Concept>> Concepts { get; } = Answer<IReadOnlyList<Concept>>.Unknown($"The codes of '{url}' are made by a grammar and cannot be listed.");

    public string HierarchyProblem { get; } = $"In '{url}' no code subsumes another.";

    public Answer<Concept?> Find(string code) => find(code);

    public Answer<Func<Concept, bool>> Compile(ConceptFilter filter)
        => compile?.Invoke(filter) ?? (ConceptFilters.OwnProperties.Contains(filter.Property)
            ? ConceptFilters.Compile(this, filter)
            : Answer<Func<Concept, bool>>.Unknown($"A filter on '{url}' cannot be evaluated here."));
}
