using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Schemas;

namespace FhirNaltrexone.Validation.Profiles.Slicing;

/// <summary>A slice: which elements belong to it, and what is said of them.</summary>
/// <param name="Name">Name of the slice.</param>
/// <param name="Rules">What is said; its cardinality is that of the slice.</param>
/// <param name="Tests">What an element must satisfy to belong to it; null when the definition does not tell how.</param>
internal sealed record SliceRules(string Name, ElementRules Rules, IReadOnlyList<ISliceTest>? Tests)
{
    /// <summary>Name of the slice that takes what no other slice takes (FHIR R4, 5.1.0.14).</summary>
    public const string Default = "@default";

    /// <summary>Whether an element belongs to the slice; null when that cannot be told here.</summary>
    public bool? Takes(FhirElement element, ValidationRun run) => Tests is null ? null : Truth.All(Tests.Select(test => test.Matches(element, run)));
}
