using System.Text.Json;

namespace FhirNaltrexone.Validation.Elements;

/// <summary>Makes the types of one StructureDefinition: its own, and those of its elements that have elements themselves.</summary>
internal sealed class TypeCompiler
{
    private const string FhirType = "http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type";
    private const string ResourceId = "Resource.id";

    private readonly TypeCatalogue _catalogue;
    private readonly JsonElement _definition;
    private readonly Dictionary<string, List<JsonElement>> _childrenOf = new(StringComparer.Ordinal);
    private readonly List<(string Path, JsonElement Element)> _parents = [];

    public TypeCompiler(TypeCatalogue catalogue, JsonElement definition)
    {
        _catalogue = catalogue;
        _definition = definition;
        Sort();
    }

    private string Name => _definition.GetProperty("type").GetString()!;

    private ElementKind Kind => _definition.GetProperty("kind").GetString() switch
    {
        "primitive-type" => ElementKind.Primitive,
        "resource" => ElementKind.Resource,
        _ => ElementKind.Complex,
    };

    /// <summary>Whether a StructureDefinition defines a type and not a profile of one, or a logical model.</summary>
    public static bool DefinesType(JsonElement definition)
        => definition.GetProperty("kind").GetString() != "logical" && Text(definition, "derivation") != "constraint";

    /// <summary>The types.</summary>
    public IEnumerable<ElementType> Compile() => _parents.Select(parent => parent.Path == Name
        ? new ElementType(Name, Base(Text(_definition, "baseDefinition")), Kind, Children(parent.Path))
        : new ElementType(parent.Path, _catalogue.Get(TypeCode(parent.Element)), ElementKind.Backbone, Children(parent.Path)));

    private static string TypeCode(JsonElement element) => element.GetProperty("type")[0].GetProperty("code").GetString()!;

    private static string Path(JsonElement element) => element.GetProperty("path").GetString()!;

    private static string? Text(JsonElement holder, string name) => holder.TryGetProperty(name, out var value) ? value.GetString() : null;

    private void Sort()
    {
        var elements = _definition.GetProperty("snapshot").GetProperty("element").EnumerateArray().ToList();
        foreach (var element in elements.Skip(1))
        {
            var path = Path(element);
            var parent = path[..path.LastIndexOf('.')];
            if (!_childrenOf.TryGetValue(parent, out var children)) _childrenOf[parent] = children = [];
            children.Add(element);
        }

        _parents.AddRange(elements.Select(element => (Path(element), element)).Where(each => each.Item1 == Name || _childrenOf.ContainsKey(each.Item1)));
    }

    private ElementType? Base(string? url) => url is null ? null : _catalogue.Get(url[(url.LastIndexOf('/') + 1)..]);

    private List<ChildDefinition> Children(string path) => [.. _childrenOf.GetValueOrDefault(path, []).SelectMany(Children)];

    private IEnumerable<ChildDefinition> Children(JsonElement element)
    {
        var path = Path(element);
        var name = path[(path.LastIndexOf('.') + 1)..];
        var isList = Text(element.GetProperty("base"), "max") is not ("0" or "1");
        if (Text(element, "contentReference") is { } reference) return [Child(name, name, isList, isChoice: false, reference[1..])];
        if (Kind == ElementKind.Primitive && name == "value") return [];
        if (!name.EndsWith("[x]", StringComparison.Ordinal)) return [Child(name, name, isList, isChoice: false, TypeName(element, path))];
        var stem = name[..^3];
        return element.GetProperty("type").EnumerateArray().Select(type => type.GetProperty("code").GetString()!)
            .Select(type => Child(stem, $"{stem}{char.ToUpperInvariant(type[0])}{type[1..]}", isList, isChoice: true, type));
    }

    private ChildDefinition Child(string name, string jsonName, bool isList, bool isChoice, string type)
        => new(name, jsonName, isList, isChoice, () => _catalogue.Get(type));

    private string TypeName(JsonElement element, string path)
    {
        if (_childrenOf.ContainsKey(path)) return path;
        var type = element.GetProperty("type")[0];
        var code = type.GetProperty("code").GetString()!;
        if (!code.StartsWith("http", StringComparison.Ordinal)) return code;

        // The ids of resources are of type id, whatever the definitions of 4.0.1 say (an error that later versions correct).
        return Text(element.GetProperty("base"), "path") == ResourceId ? "id" : DeclaredType(type) ?? "string";
    }

    private static string? DeclaredType(JsonElement type)
        => type.TryGetProperty("extension", out var extensions)
            ? extensions.EnumerateArray().Where(each => Text(each, "url") == FhirType).Select(each => Text(each, "valueUrl")).FirstOrDefault()
            : null;
}
