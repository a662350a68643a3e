namespace FhirNaltrexone.Validation.Elements;

/// <summary>Kinds of types.</summary>
internal enum ElementKind
{
    /// <summary>A data type with elements.</summary>
    Complex,

    /// <summary>A data type with a value.</summary>
    Primitive,

    /// <summary>A resource.</summary>
    Resource,

    /// <summary>A type defined within another one.</summary>
    Backbone,
}
