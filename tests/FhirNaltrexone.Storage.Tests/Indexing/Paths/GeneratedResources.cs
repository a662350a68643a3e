using System.Globalization;
using System.Text.Json.Nodes;
using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;
using Hl7.Fhir.Utility;

namespace FhirNaltrexone.Storage.Tests.Indexing.Paths;

/// <summary>Makes resources of any type with most elements filled, from the metadata of the SDK and a seed.</summary>
internal sealed class GeneratedResources(int seed)
{
    private const int MaximalDepth = 5;

    private static readonly string[] Skipped = ["extension", "modifierExtension", "contained", "text", "id"];
    private static readonly string[] Targets = ["Patient", "Patient", "Group", "Device", "Practitioner", "Organization", "Encounter", "Location", "Medication", "Observation"];

    private readonly Random _random = new(seed);
    private int _counter;

    public JsonObject Make(string type)
    {
        var resource = Fill(ModelInfo.ModelInspector.FindClassMapping(type)!, 0);
        resource.Insert(0, "resourceType", type);
        return resource;
    }

    private JsonObject Fill(ClassMapping type, int depth)
    {
        var filled = new JsonObject();
        foreach (var property in type.PropertyMappings.OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (Skipped.Contains(property.Name) || _random.NextDouble() > (depth == 0 ? 0.9 : 0.7)) continue;
            var choices = property.FhirTypeMappings;
            var chosen = property.Choice == ChoiceType.DatatypeChoice ? choices[_random.Next(choices.Count)] : property.PropertyTypeMapping;
            var name = property.Choice == ChoiceType.DatatypeChoice ? $"{property.Name}{char.ToUpperInvariant(chosen.Name[0])}{chosen.Name[1..]}" : property.Name;
            var first = Value(property, chosen, depth);
            if (first is null) continue;
            filled[name] = property.IsCollection ? new JsonArray(first, Value(property, chosen, depth)) : first;
        }

        if (filled.Count == 0 && depth > 0) filled["id"] = Next("id");
        return filled;
    }

    private JsonNode? Value(PropertyMapping property, ClassMapping type, int depth)
    {
        if (property.ImplementingType is { IsGenericType: true } code && code.GetGenericTypeDefinition() == typeof(Code<>)) return Literal(code.GetGenericArguments()[0]);
        if (type.Name == "Resource") return new GeneratedResources(_random.Next()).Make(_random.Next(2) == 0 ? "Composition" : "MessageHeader");
        if (type.IsFhirPrimitive) return Primitive(type.Name);
        if (type.Name == "Reference") return new JsonObject { ["reference"] = Reference(), ["display"] = Next("display") };
        if (typeof(Quantity).IsAssignableFrom(type.NativeType)) return Quantity();
        return depth < MaximalDepth ? Fill(type, depth + 1) : null;
    }

    /// <summary>The SDK cannot compare quantities without value, with a comparator, or with units that are none.</summary>
    private JsonObject Quantity() => new()
    {
        ["value"] = ++_counter + 0.5m,
        ["unit"] = "mg",
        ["system"] = "http://unitsofmeasure.org",
        ["code"] = "mg",
    };

    private string Reference() => _random.Next(8) switch
    {
        0 => $"http://other.example.org/fhir/{Targets[_random.Next(Targets.Length)]}/{Next("x")}",
        1 => $"{Targets[_random.Next(Targets.Length)]}/{Next("x")}/_history/3",
        _ => $"{Targets[_random.Next(Targets.Length)]}/{Next("x")}",
    };

    private JsonNode Literal(Type enumeration)
    {
        var literals = Enum.GetValues(enumeration).Cast<Enum>().Select(value => value.GetLiteral()).OfType<string>().ToList();
        return literals[_random.Next(literals.Count)];
    }

    private JsonNode Primitive(string type) => type switch
    {
        "boolean" => _random.Next(2) == 0,
        "integer" or "positiveInt" or "unsignedInt" => ++_counter,
        "decimal" => ++_counter + 0.5m,
        "date" => $"{2000 + (++_counter % 900)}-01-01",
        "dateTime" => $"{2000 + (++_counter % 900)}-02-02T10:00:00Z",
        "instant" => $"{2000 + (++_counter % 900)}-03-03T10:00:00Z",
        "time" => "10:00:00",
        "base64Binary" => "QUJD",
        "code" => "en",
        "uri" or "url" or "canonical" => $"http://example.org/{Next("u")}",
        "oid" => string.Create(CultureInfo.InvariantCulture, $"urn:oid:1.2.{++_counter}"),
        "uuid" => "urn:uuid:c757873d-ec9a-4326-a141-556f43239520",
        "xhtml" => "<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>",
        _ => Next("t"),
    };

    private string Next(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{++_counter}");
}
