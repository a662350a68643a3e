using System.Collections.Concurrent;
using System.Collections.Frozen;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;

namespace FhirNaltrexone.Validation.Model;

/// <summary>Which elements of a resource type, data type or backbone element of FHIR R4 belong to a summary.</summary>
public sealed class SummaryModel
{
    private static readonly ConcurrentDictionary<ClassMapping, SummaryModel> Known = new();

    private readonly ClassMapping _class;
    private readonly Lazy<FrozenDictionary<string, SummaryElement>> _elements;
    private readonly Lazy<SummaryElement[]> _choices;

    private SummaryModel(ClassMapping mapping)
    {
        _class = mapping;
        _elements = new(() => mapping.PropertyMappings.ToFrozenDictionary(property => property.Name, Facts, StringComparer.Ordinal));
        _choices = new(() => [.. mapping.PropertyMappings.Where(IsChoice).Select(property => _elements.Value[property.Name])]);
    }

    /// <summary>The elements of a resource type.</summary>
    /// <param name="type">A resource type of R4.</param>
    public static SummaryModel Of(string type) => Of(ModelInfo.ModelInspector.FindClassMapping(type)!);

    /// <summary>The element with a name as it stands in JSON: <c>valueQuantity</c> and <c>_value…</c> count as <c>value</c>. Null when there is none.</summary>
    /// <param name="name">Name of a member.</param>
    public SummaryElement? Find(string name)
    {
        var plain = name.TrimStart('_');
        if (_elements.Value.TryGetValue(plain, out var exact)) return exact;
        return _choices.Value.FirstOrDefault(choice => plain.Length > choice.Name.Length
            && plain.StartsWith(choice.Name, StringComparison.Ordinal)
            && char.IsAsciiLetterUpper(plain[choice.Name.Length]));
    }

    private static SummaryModel Of(ClassMapping mapping) => Known.GetOrAdd(mapping, one => new SummaryModel(one));

    private static bool IsChoice(PropertyMapping property) => property.Choice == ChoiceType.DatatypeChoice;

    private SummaryElement Facts(PropertyMapping property)
        => new(property.Name, property.InSummary, property.IsMandatoryElement, Members(property));

    private SummaryModel? Members(PropertyMapping property)
    {
        if (property.Choice != ChoiceType.None || property.PropertyTypeMapping is not { } type) return null;
        if (type == _class) return this;
        return type.IsFhirPrimitive || type.IsPrimitive || type.IsResource || type.Name is "Extension" or "xhtml" ? null : Of(type);
    }
}
