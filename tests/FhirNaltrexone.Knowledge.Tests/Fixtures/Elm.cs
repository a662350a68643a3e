using System.Text.Json.Nodes;

namespace FhirNaltrexone.Knowledge.Tests.Fixtures;

/// <summary>Small ELM libraries, written by hand: just enough to make a define give a value, null or an error.</summary>
internal static class Elm
{
    private const string System = "{urn:hl7-org:elm-types:r1}";

    public static JsonObject Boolean(bool value) => Literal("Boolean", value ? "true" : "false");

    public static JsonObject Text(string value) => Literal("String", value);

    public static JsonObject Integer(int value) => Literal("Integer", value.ToString(global::System.Globalization.CultureInfo.InvariantCulture));

    public static JsonObject Texts(params string[] values) => new()
    {
        ["type"] = "List",
        ["resultTypeSpecifier"] = ListOf($"{System}String"),
        ["element"] = new JsonArray([.. values.Select(Text)]),
    };

    public static JsonObject Null(string type) => new()
    {
        ["type"] = "As",
        ["asType"] = System + type,
        ["resultTypeName"] = System + type,
        ["operand"] = new JsonObject { ["type"] = "Null", ["resultTypeName"] = $"{System}Any" },
    };

    /// <summary>An expression of the type that raises a run-time error.</summary>
    public static JsonObject Error(string type) => new()
    {
        ["type"] = "Message",
        ["locator"] = "7:1-7:9",
        ["resultTypeName"] = System + type,
        ["source"] = Null(type),
        ["condition"] = Boolean(true),
        ["code"] = Text("1"),
        ["severity"] = Text("Error"),
        ["message"] = Text("Something about the patient"),
    };

    public static JsonObject ParameterRef(string name, JsonObject type)
    {
        var reference = new JsonObject { ["type"] = "ParameterRef", ["name"] = name, ["libraryName"] = "Context" };
        return With(reference, type);
    }

    public static JsonObject Exists(JsonObject operand)
        => new() { ["type"] = "Exists", ["resultTypeName"] = $"{System}Boolean", ["signature"] = new JsonArray(), ["operand"] = operand };

    public static JsonObject Retrieve(string type, string? valueSet = null, string? code = null)
    {
        var retrieve = new JsonObject
        {
            ["type"] = "Retrieve",
            ["dataType"] = "{http://hl7.org/fhir}" + type,
            ["templateId"] = $"http://hl7.org/fhir/StructureDefinition/{type}",
            ["resultTypeSpecifier"] = ListOf("{http://hl7.org/fhir}" + type),
            ["include"] = new JsonArray(),
            ["codeFilter"] = new JsonArray(),
            ["dateFilter"] = new JsonArray(),
            ["otherFilter"] = new JsonArray(),
        };
        if (valueSet is not null)
        {
            retrieve["codeProperty"] = "code";
            retrieve["codeComparator"] = "in";
            retrieve["codes"] = new JsonObject { ["type"] = "ValueSetRef", ["name"] = valueSet, ["preserve"] = true };
        }

        if (code is not null)
        {
            retrieve["codeProperty"] = "code";
            retrieve["codeComparator"] = "~";
            retrieve["codes"] = new JsonObject
            {
                ["type"] = "ToList",
                ["operand"] = new JsonObject { ["type"] = "CodeRef", ["name"] = code, ["resultTypeName"] = $"{System}Code" },
            };
        }

        return retrieve;
    }

    /// <summary>A library with defines; value sets are named by their canonical URL.</summary>
    public static JsonObject Library(string name, IReadOnlyDictionary<string, JsonObject> defines, params string[] valueSets) => new()
    {
        ["library"] = new JsonObject
        {
            ["identifier"] = new JsonObject { ["id"] = name, ["version"] = "0.1.0" },
            ["schemaIdentifier"] = new JsonObject { ["id"] = "urn:hl7-org:elm", ["version"] = "r1" },
            ["usings"] = Defs(
                new JsonObject { ["localIdentifier"] = "System", ["uri"] = "urn:hl7-org:elm-types:r1" },
                new JsonObject { ["localIdentifier"] = "FHIR", ["uri"] = "http://hl7.org/fhir", ["version"] = "4.0.1" }),
            ["includes"] = Defs(new JsonObject { ["localIdentifier"] = "Context", ["path"] = "NaltrexoneContext", ["version"] = "0.1.0" }),
            ["valueSets"] = Defs([.. valueSets.Select(url => new JsonObject { ["name"] = url, ["id"] = url, ["accessLevel"] = "Public" })]),
            ["codeSystems"] = Defs(new JsonObject { ["name"] = "LOINC", ["id"] = "http://loinc.org", ["accessLevel"] = "Public" }),
            ["codes"] = Defs([.. CodesOf(defines).Select(code => new JsonObject
            {
                ["name"] = code, ["id"] = code, ["accessLevel"] = "Public", ["codeSystem"] = new JsonObject { ["name"] = "LOINC" },
            })]),
            ["contexts"] = Defs(new JsonObject { ["name"] = "Patient" }),
            ["statements"] = Defs([.. defines.Select(pair => Define(pair.Key, pair.Value))]),
        },
    };

    /// <summary>The library of request parameters, with the parameters given.</summary>
    public static JsonObject ContextLibrary(params (string Name, JsonObject Type)[] parameters) => ParameterLibrary("NaltrexoneContext", parameters);

    public static JsonObject ParameterLibrary(string name, params (string Name, JsonObject Type)[] parameters) => new()
    {
        ["library"] = new JsonObject
        {
            ["identifier"] = new JsonObject { ["id"] = name, ["version"] = "0.1.0" },
            ["schemaIdentifier"] = new JsonObject { ["id"] = "urn:hl7-org:elm", ["version"] = "r1" },
            ["usings"] = Defs(
                new JsonObject { ["localIdentifier"] = "System", ["uri"] = "urn:hl7-org:elm-types:r1" },
                new JsonObject { ["localIdentifier"] = "FHIR", ["uri"] = "http://hl7.org/fhir", ["version"] = "4.0.1" }),
            ["parameters"] = Defs([.. parameters.Select(p => Parameter(p.Name, p.Type))]),
        },
    };

    public static JsonObject Named(string systemType)
        => new() { ["type"] = "NamedTypeSpecifier", ["name"] = System + systemType };

    public static JsonObject ListOf(string type)
        => new() { ["type"] = "ListTypeSpecifier", ["elementType"] = new JsonObject { ["type"] = "NamedTypeSpecifier", ["name"] = type } };

    // Every code a define refers to, declared as the LOINC code of its name.
    private static IEnumerable<string> CodesOf(IReadOnlyDictionary<string, JsonObject> defines)
        => defines.Values.SelectMany(Objects).Where(node => (string?)node["type"] == "CodeRef").Select(node => (string)node["name"]!).Distinct();

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(property => Objects(property.Value)).Prepend(found),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static JsonObject Parameter(string name, JsonObject type)
        => With(new JsonObject { ["name"] = name, ["accessLevel"] = "Public", ["parameterTypeSpecifier"] = type.DeepClone() }, type);

    private static JsonObject Literal(string type, string value)
        => new() { ["type"] = "Literal", ["valueType"] = System + type, ["resultTypeName"] = System + type, ["value"] = value };

    private static JsonObject Define(string name, JsonObject expression)
    {
        var define = new JsonObject { ["name"] = name, ["context"] = "Patient", ["accessLevel"] = "Public", ["expression"] = expression.DeepClone() };
        foreach (var key in new[] { "resultTypeName", "resultTypeSpecifier" })
        {
            if (expression[key] is { } type)
            {
                define[key] = type.DeepClone();
            }
        }

        return define;
    }

    private static JsonObject With(JsonObject target, JsonObject type)
    {
        if ((string?)type["type"] == "NamedTypeSpecifier")
        {
            target["resultTypeName"] = type["name"]!.DeepClone();
        }
        else
        {
            target["resultTypeSpecifier"] = type.DeepClone();
        }

        return target;
    }

    private static JsonObject Defs(params JsonNode[] definitions) => new() { ["def"] = new JsonArray(definitions) };
}
