using System.Collections.Concurrent;
using FhirNaltrexone.Validation.Terminology.CodeSystems;

namespace FhirNaltrexone.Validation.Terminology.ValueSets;

/// <summary>An include or exclude of a value set: codes of a system, of other value sets, or what all of them have (FHIR R4, ValueSet.compose).</summary>
/// <param name="system">Code system; null when only value sets are named.</param>
/// <param name="version">Version of the code system; null for any.</param>
internal sealed class ValueSetPart(string? system, string? version)
{
    private readonly ConcurrentDictionary<ConceptFilter, Answer<Func<Concept, bool>>> _tests = new();
    private ICodeSystem? _content;

    public string? System => system;

    public string? Version => version;

    /// <summary>The codes listed; null when the whole system is meant, or what passes the filters.</summary>
    public ListedCodes? Codes { get; init; }

    /// <summary>Filters; all must pass.</summary>
    public IReadOnlyList<ConceptFilter> Filters { get; init; } = [];

    /// <summary>Canonical URLs of value sets; all must have the code.</summary>
    public IReadOnlyList<string> ValueSets { get; init; } = [];

    /// <summary>Why nothing is known of this part; null when it is well.</summary>
    public string? Problem { get; init; }

    /// <summary>The code system, looked up once; there must be one.</summary>
    public ICodeSystem Content(CodeSystemCatalogue systems) => _content ??= systems.Find(system!, version);

    /// <summary>Tests a concept with all filters.</summary>
    public Answer<bool> Passes(ICodeSystem content, Concept concept)
    {
        foreach (var filter in Filters)
        {
            var test = Test(content, filter);
            if (!test.IsKnown) return Answer<bool>.Unknown(test.Problem);
            if (!test.Value!(concept)) return new(false);
        }

        return new(true);
    }

    // A filter that reaches over a hierarchy is worked out once.
    private Answer<Func<Concept, bool>> Test(ICodeSystem content, ConceptFilter filter)
        => content.Concepts.IsKnown ? _tests.GetOrAdd(filter, content.Compile) : content.Compile(filter);
}
