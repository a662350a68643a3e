using FhirNaltrexone.Validation.Profiles.Rules;
using FhirNaltrexone.Validation.Profiles.Slicing;

namespace FhirNaltrexone.Validation.Profiles.Schemas;

/// <summary>What a profile says of an element beyond what its type says: everything else is checked already when the type is. Immutable.</summary>
internal sealed class ElementRules
{
    /// <summary>Name of the element, without the type of a choice.</summary>
    public required string Name { get; init; }

    /// <summary>The type among those of a choice that is meant; null for all.</summary>
    public string? TypeName { get; init; }

    /// <summary>How often it must be there.</summary>
    public int Min { get; init; }

    /// <summary>How often it may be there.</summary>
    public int Max { get; init; } = Cardinality.Unbounded;

    /// <summary>Rules about each of them.</summary>
    public IReadOnlyList<IElementRule> Rules { get; init; } = [];

    /// <summary>What is said of the elements below.</summary>
    public IReadOnlyList<ElementRules> Children { get; init; } = [];

    /// <summary>How they are divided; null when they are not.</summary>
    public SlicingRules? Slicing { get; init; }

    /// <summary>Whether nothing is said.</summary>
    public bool IsEmpty => Min == 0 && Max == Cardinality.Unbounded && Rules.Count == 0 && Children.Count == 0 && Slicing is null;
}
