using System.Text.Json;

namespace FhirNaltrexone.Validation.Elements;

/// <summary>
/// One element of a resource, or a resource. It is a view on the JSON and lives as long as its document. JSON keeps the id and the extensions of a
/// primitive beside it, in a member of the same name with an underscore; here both are one element.
/// </summary>
/// <param name="Value">The JSON; undefined when a primitive has only an id or extensions.</param>
/// <param name="Companion">The object with the id and the extensions of a primitive; undefined when there is none.</param>
/// <param name="Type">Its type; of resources the one they name, so that contained ones and those in a Bundle are what they say.</param>
public readonly record struct FhirElement(JsonElement Value, JsonElement Companion, ElementType Type)
{
    /// <summary>Whether there is an element at all: the default of this type is none.</summary>
    public bool Exists => Type is not null;

    /// <summary>The object that holds the children; undefined when there is none.</summary>
    internal JsonElement Members => Type.IsPrimitive ? Companion : Value;

    /// <summary>A resource.</summary>
    /// <param name="resource">A JSON object. When its resourceType is missing or unknown, the type is Resource, with what all resources have.</param>
    public static FhirElement Root(JsonElement resource) => new(resource, default, TypeOf(resource));

    /// <summary>The children, in the order of the JSON; members the type does not know are left out.</summary>
    public ElementChildren Children() => new(this, name: null);

    /// <summary>The children with a name.</summary>
    /// <param name="elementName">Name as FHIRPath knows it: <c>value</c> stands for <c>valueQuantity</c> and all others.</param>
    public ElementChildren Children(string elementName) => new(this, elementName);

    /// <summary>The type a resource names.</summary>
    internal static ElementType TypeOf(JsonElement resource)
        => resource.ValueKind == JsonValueKind.Object && resource.TryGetProperty("resourceType"u8, out var name) && name.ValueKind == JsonValueKind.String
            && TypeCatalogue.Core.Find(name.GetString()!) is { IsResource: true } type
            ? type
            : TypeCatalogue.Core.Get("Resource");
}
