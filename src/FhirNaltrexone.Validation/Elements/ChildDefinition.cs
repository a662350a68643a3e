using System.Text;

namespace FhirNaltrexone.Validation.Elements;

/// <summary>An element of a type as it stands in JSON; an element with a choice of types gives one definition for each of them.</summary>
public sealed class ChildDefinition
{
    private readonly Func<ElementType> _find;
    private ElementType? _type;

    internal ChildDefinition(string elementName, string jsonName, bool isList, bool isChoice, Func<ElementType> find)
    {
        ElementName = elementName;
        JsonName = jsonName;
        IsList = isList;
        IsChoice = isChoice;
        _find = find;
        Utf8Name = Encoding.UTF8.GetBytes(jsonName);
        Utf8CompanionName = Encoding.UTF8.GetBytes("_" + jsonName);
    }

    /// <summary>Name in FHIRPath, without the type of a choice: <c>value</c>.</summary>
    public string ElementName { get; }

    /// <summary>Name in JSON: <c>valueQuantity</c>.</summary>
    public string JsonName { get; }

    /// <summary>Type of its values. Where the definition refers to the content of another element, the type of that one.</summary>
    public ElementType Type => _type ??= _find();

    /// <summary>Whether it may repeat, so that JSON has an array.</summary>
    public bool IsList { get; }

    /// <summary>Whether the element has a choice of types, this being one of them.</summary>
    public bool IsChoice { get; }

    /// <summary>Place among the children of its type.</summary>
    internal int Index { get; set; }

    /// <summary>Name in JSON, as bytes.</summary>
    internal byte[] Utf8Name { get; }

    /// <summary>Name of what JSON keeps beside a primitive, its id and extensions: <c>_status</c>.</summary>
    internal byte[] Utf8CompanionName { get; }
}
