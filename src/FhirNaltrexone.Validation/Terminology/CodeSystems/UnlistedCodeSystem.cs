using FhirNaltrexone.Validation.Terminology.ValueSets;

namespace FhirNaltrexone.Validation.Terminology.CodeSystems;

/// <summary>A code system that is not here: only codes that content names are known.</summary>
/// <param name="url">Its URL.</param>
/// <param name="mentions">Codes that content names.</param>
internal sealed class UnlistedCodeSystem(string url, CodeMentions mentions) : ICodeSystem
{
    public string Url => url;

    public string? Version => null;

    public string Name => url;

    public bool IgnoresCase => false;

    public Answer<IReadOnlyList<Concept>> Concepts => Answer<IReadOnlyList<Concept>>.Unknown(HierarchyProblem);

    public string HierarchyProblem { get; } = $"The code system '{url}' is not here, so this cannot be decided offline.";

    public Answer<Concept?> Find(string code) => mentions.Find(url, code) is { } concept ? new(concept) : Answer<Concept?>.Unknown(HierarchyProblem);

    public Answer<Func<Concept, bool>> Compile(ConceptFilter filter) => Answer<Func<Concept, bool>>.Unknown(HierarchyProblem);
}
