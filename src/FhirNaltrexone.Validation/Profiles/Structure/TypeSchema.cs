using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Rules;

namespace FhirNaltrexone.Validation.Profiles.Structure;

/// <summary>What the definition of a type says of its elements. Compiled once, immutable.</summary>
internal sealed class TypeSchema
{
    private readonly ElementSchema[] _children;

    /// <summary>Takes what was compiled.</summary>
    /// <param name="type">The type.</param>
    /// <param name="elements">Its elements by name.</param>
    /// <param name="rules">Rules about every element of the type.</param>
    public TypeSchema(ElementType type, IReadOnlyDictionary<string, ElementSchema> elements, IReadOnlyList<IElementRule> rules)
    {
        Type = type;
        Rules = rules;
        _children = [.. type.Children.Select(child => elements[child.ElementName])];
        Required = [.. elements.Values.Where(element => element.Min > 0)];
        IdBit = elements.TryGetValue("id", out var id) ? id.Bit : 0;
    }

    /// <summary>The type.</summary>
    public ElementType Type { get; }

    /// <summary>Rules about every element of the type.</summary>
    public IReadOnlyList<IElementRule> Rules { get; }

    /// <summary>The elements that must be there.</summary>
    public IReadOnlyList<ElementSchema> Required { get; }

    /// <summary>The bit of the id, which alone does not make an element.</summary>
    public ulong IdBit { get; }

    /// <summary>What is said of a child.</summary>
    /// <param name="child">A child of the type.</param>
    public ElementSchema this[ChildDefinition child] => _children[child.Index];
}
