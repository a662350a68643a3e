using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.References;
using FhirNaltrexone.Validation.Profiles.Rules;
using FhirNaltrexone.Validation.Profiles.Schemas;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Structure;

/// <summary>Compiles what the StructureDefinition of a type says of its elements.</summary>
/// <param name="bases">Element definitions.</param>
/// <param name="rules">Compiles constraints and bindings.</param>
/// <param name="typeRules">Rules of types that are told in words.</param>
internal sealed class TypeSchemaCompiler(BaseElements bases, RuleCompiler rules, TypeRules typeRules)
{
    private static readonly HashSet<string> Nothing = [];

    /// <summary>Compiles one type.</summary>
    /// <param name="type">A type of R4, be it defined within another one.</param>
    public TypeSchema Compile(ElementType type)
    {
        var elements = bases.Of(type).Select((each, index) => Compile(each.Key, each.Value, index)).ToDictionary(element => element.Name, StringComparer.Ordinal);

        // The rules of an element with elements of its own are those of the element in its parent.
        return new(type, elements, [.. type.IsBackbone ? [] : Own(bases.Root(type)), .. typeRules.Of(type)]);
    }

    // Age and Duration have a binding of their own.
    private IEnumerable<IElementRule> Own(JsonElement root) => rules.Constraints(root, Nothing).Concat(rules.Bindings(root));

    private ElementSchema Compile(string name, JsonElement element, int index)
    {
        var code = element.Items("type").FirstOrDefault().Text("code");
        var bindings = rules.Bindings(element).ToList();
        var isCode = code == "code";
        IElementRule[] structure = [.. isCode ? bindings : [], .. code == "xhtml" ? [new NarrativeRule()] : Enumerable.Empty<IElementRule>()];
        IElementRule[] others = [.. isCode ? [] : bindings, .. Profiles(element), .. References(element), .. Constraints(element, OfType(code))];
        return new(name, 1UL << index, element.GetProperty("min").GetInt32(), Cardinality.Max(element), structure, others);
    }

    // An element that refers to another one for its content repeats its constraints in TestScript, under other keys, and nowhere else.
    private IEnumerable<IElementRule> Constraints(JsonElement element, HashSet<string> known)
    {
        IElementRule[] own = [.. rules.Constraints(element, known)];
        return own.Length == 0 && bases.Referred(element) is { } other ? rules.Constraints(other, known) : own;
    }

    /// <summary>The constraints that the type of the element has itself.</summary>
    private HashSet<string> OfType(string? code)
        => code is null || TypeCatalogue.Core.Find(code) is not { } type ? Nothing : [.. RuleCompiler.Identities(bases.Root(type))];

    // R4 demands SimpleQuantity in many places: a quantity without comparator.
    private static IEnumerable<IElementRule> Profiles(JsonElement element)
        => element.Items("type").Select(type => (Code: type.Text("code")!, Profiles: TypeProfiles.Of(type).ToList()))
            .Where(type => type.Profiles.Count > 0).Select(type => new TypeProfileRule(type.Code, type.Profiles));

    private static IEnumerable<IElementRule> References(JsonElement element)
    {
        var reference = element.Items("type").FirstOrDefault(type => type.Text("code") == "Reference");
        if (reference.ValueKind == JsonValueKind.Undefined) return [];
        var targets = reference.Texts("targetProfile").Select(target => target[(target.LastIndexOf('/') + 1)..]).Where(target => target != "Resource");
        return [new ReferenceRule([.. targets])];
    }
}
