using System.Collections.Frozen;

namespace FhirNaltrexone.Validation.Elements;

/// <summary>A type of FHIR R4: a resource, a data type, or an element with elements of its own, such as <c>Observation.component</c>.</summary>
public sealed class ElementType
{
    private readonly ChildTable _table;
    private readonly FrozenDictionary<string, ChildDefinition> _byJsonName;
    private readonly FrozenDictionary<string, ChildDefinition[]> _byName;

    internal ElementType(string name, ElementType? baseType, ElementKind kind, IReadOnlyList<ChildDefinition> children)
    {
        Name = name;
        Base = baseType;
        IsPrimitive = kind == ElementKind.Primitive;
        IsResource = kind == ElementKind.Resource;
        IsBackbone = kind == ElementKind.Backbone;
        Children = children;
        for (var index = 0; index < children.Count; index++) children[index].Index = index;
        _table = new(children);
        _byJsonName = children.ToFrozenDictionary(each => each.JsonName, StringComparer.Ordinal);
        _byName = children.GroupBy(each => each.ElementName, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Name: <c>Observation</c>, <c>Quantity</c>, <c>code</c>, <c>Observation.component</c>.</summary>
    public string Name { get; }

    /// <summary>The type it specialises; null for Element and Resource.</summary>
    public ElementType? Base { get; }

    /// <summary>Whether it has a value of its own.</summary>
    public bool IsPrimitive { get; }

    /// <summary>Whether it is a resource type, the abstract ones included.</summary>
    public bool IsResource { get; }

    /// <summary>Whether it is defined within another type.</summary>
    public bool IsBackbone { get; }

    /// <summary>All its elements in the order of the definition, one entry for each type of a choice. Primitives have id and extension only.</summary>
    public IReadOnlyList<ChildDefinition> Children { get; }

    /// <summary>The element with a name as it stands in JSON; null when there is none.</summary>
    /// <param name="jsonName">Such as <c>valueQuantity</c>.</param>
    public ChildDefinition? Child(string jsonName) => _byJsonName.GetValueOrDefault(jsonName);

    /// <summary>The element with a name as it stands in JSON, in UTF-8; null when there is none.</summary>
    /// <param name="jsonName">Such as <c>valueQuantity</c>.</param>
    public ChildDefinition? Child(ReadOnlySpan<byte> jsonName) => _table.Find(jsonName);

    /// <summary>The element with a name as FHIRPath knows it: one entry for each type of a choice; none when there is no such element.</summary>
    /// <param name="elementName">Such as <c>value</c>.</param>
    public IReadOnlyList<ChildDefinition> Named(string elementName) => _byName.GetValueOrDefault(elementName) ?? [];

    /// <summary>Whether it is a type or specialises it, at however many removes.</summary>
    /// <param name="name">Name of the other type.</param>
    public bool Is(string name) => Name == name || Base?.Is(name) == true;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
