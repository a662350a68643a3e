using FhirNaltrexone.Validation.Terminology.ValueSets;

namespace FhirNaltrexone.Validation.Terminology.CodeSystems;

/// <summary>A code system, known in whole, in part, or by its grammar only. Immutable; safe to share.</summary>
internal interface ICodeSystem
{
    string Url { get; }

    string? Version { get; }

    /// <summary>Name to show.</summary>
    string Name { get; }

    /// <summary>Whether codes that differ in case only are the same.</summary>
    bool IgnoresCase { get; }

    /// <summary>All concepts in their order.</summary>
    Answer<IReadOnlyList<Concept>> Concepts { get; }

    /// <summary>Why nothing can be said on what subsumes what; null when it can.</summary>
    string? HierarchyProblem { get; }

    /// <summary>Finds a concept; null when there is none.</summary>
    Answer<Concept?> Find(string code);

    /// <summary>Makes a test of concepts from a filter.</summary>
    Answer<Func<Concept, bool>> Compile(ConceptFilter filter);
}
