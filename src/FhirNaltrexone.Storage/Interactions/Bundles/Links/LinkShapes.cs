using System.Collections.Frozen;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;

namespace FhirNaltrexone.Storage.Interactions.Bundles.Links;

/// <summary>The shapes of all types, each built from the model of R4 when it is first needed.</summary>
internal static class LinkShapes
{
    /// <summary>No member of R4 that leads to a link has a longer name.</summary>
    public const int LongestName = 64;

    private static readonly Lock Building = new();
    private static readonly Dictionary<string, LinkShape> Shapes = new(StringComparer.Ordinal);
    private static readonly LinkMember Resource = new(null, null);

    // Types an element may have where R4 leaves the choice open, as in Extension.value[x].
    private static readonly ClassMapping[] DataTypes =
    [
        .. ModelInfo.ModelInspector.ClassMappings.Where(type => !type.IsResource && !type.IsBackboneType && type.IsAbstract != true && type.Name.IndexOf('.') < 0),
    ];

    /// <summary>The shape of a type.</summary>
    /// <param name="type">A resource type of R4.</param>
    public static LinkShape Of(string type)
    {
        lock (Building)
        {
            return Of(ModelInfo.ModelInspector.FindClassMapping(type)!);
        }
    }

    private static LinkShape Of(ClassMapping type)
    {
        if (Shapes.TryGetValue(type.Name, out var known)) return known;
        var shape = Shapes[type.Name] = new LinkShape();
        var members = new Dictionary<string, LinkMember>(StringComparer.Ordinal);
        foreach (var element in type.PropertyMappings) Add(members, type, element);
        shape.Define(members.ToFrozenDictionary(StringComparer.Ordinal));
        return shape;
    }

    private static void Add(Dictionary<string, LinkMember> members, ClassMapping owner, PropertyMapping element)
    {
        if (element.RepresentsValueElement || IsOfAnotherBundle(owner, element)) return;
        if (element.Choice == ChoiceType.ResourceChoice)
        {
            members[element.Name] = Resource;
            return;
        }

        var isChoice = element.Choice == ChoiceType.DatatypeChoice;
        foreach (var type in TypesOf(element))
        {
            var name = isChoice ? element.Name + char.ToUpperInvariant(type.Name[0]) + type.Name[1..] : element.Name;
            if (MemberOf(owner, element, type) is { } member) members[name] = member;

            // Ids and extensions of primitives.
            if (type.IsFhirPrimitive) members[$"_{name}"] = new(null, Of(ModelInfo.ModelInspector.FindClassMapping("Element")!));
        }
    }

    // A bundle that is stored keeps its own links.
    private static bool IsOfAnotherBundle(ClassMapping owner, PropertyMapping element) => owner.Name == "Bundle" && element.Name == "entry";

    private static ClassMapping[] TypesOf(PropertyMapping element)
    {
        if (element.Choice != ChoiceType.DatatypeChoice) return element.PropertyTypeMapping is { } only ? [only] : [];
        var types = element.FhirTypeMappings.OfType<ClassMapping>().Where(type => type.IsAbstract != true).ToArray();
        return types.Length > 0 ? types : DataTypes;
    }

    private static LinkMember? MemberOf(ClassMapping owner, PropertyMapping element, ClassMapping type) => type.Name switch
    {
        "uri" or "url" or "oid" or "uuid" => new(LinkKind.Uri, null),
        "xhtml" => new(LinkKind.Narrative, null),
        "string" when owner.Name == "Reference" && element.Name == "reference" => new(LinkKind.Reference, null),
        _ => type.IsFhirPrimitive ? null : new(null, Of(type)),
    };
}
