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
        var own = type.IsBackbone ? [] : rules.Constraints(bases.Root(type), Nothing);
        return new(type, elements, [.. own, .. typeRules.Of(type)]);
    }

    private ElementSchema Compile(string name, JsonElement element, int index)
    {
        var code = element.Items("type").FirstOrDefault().Text("code");
        var bindings = rules.Bindings(element).ToList();
        var isCode = code == "code";
        IElementRule[] structure = [.. isCode ? bindings : [], .. code == "xhtml" ? [new NarrativeRule()] : Enumerable.Empty<IElementRule>()];
        IElementRule[] others = [.. isCode ? [] : bindings, .. References(element), .. rules.Constraints(element, TypeKeys(code))];
        return new(name, 1UL << index, element.GetProperty("min").GetInt32(), Cardinality.Max(element), structure, others);
    }

    /// <summary>Keys of constraints that the type of the element has itself.</summary>
    private HashSet<string> TypeKeys(string? code)
        => code is null || TypeCatalogue.Core.Find(code) is not { } type ? Nothing : [.. RuleCompiler.Keys(bases.Root(type))];

    private static IEnumerable<IElementRule> References(JsonElement element)
    {
        var reference = element.Items("type").FirstOrDefault(type => type.Text("code") == "Reference");
        if (reference.ValueKind == JsonValueKind.Undefined) return [];
        var targets = reference.Texts("targetProfile").Select(target => target[(target.LastIndexOf('/') + 1)..]).Where(target => target != "Resource");
        return [new ReferenceRule([.. targets])];
    }
}
