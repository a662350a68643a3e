using System.Text;
using System.Text.Json.Nodes;

namespace FhirNaltrexone.Knowledge.Tests.Fixtures;

/// <summary>A content set of one service with one rule on order-sign, which a test changes where it wants to see an effect.</summary>
internal sealed class TestContent
{
    public const string Base = "https://fhirnaltrexone.example.org/fhir";
    public const string Plan = $"{Base}/PlanDefinition/test-service";

    public TestContent()
    {
        Defines["T-01 Applies"] = Elm.Boolean(true);
        Action = Rule("T-01", "First rule", "urgent");
        PlanDefinition = new JsonObject
        {
            ["resourceType"] = "PlanDefinition",
            ["id"] = "test-service",
            ["url"] = Plan,
            ["title"] = "Test service",
            ["description"] = "Tests.",
            ["library"] = new JsonArray($"{Base}/Library/TestRules"),
            ["action"] = new JsonArray(Action),
        };
        Resources["PlanDefinition-test-service"] = PlanDefinition;
        Resources["Library-TestRules"] = Library("TestRules");
        Resources["CodeSystem-naltrexone-rules"] = CodeSystem("naltrexone-rules", ("T-01", "First rule"), ("T-02", "Second rule"), ("T-03", "Third rule"));
        Resources["CodeSystem-naltrexone-override-reasons"] = CodeSystem("naltrexone-override-reasons", ("declined", "Patient declined"));
    }

    /// <summary>Defines of library TestRules.</summary>
    public Dictionary<string, JsonObject> Defines { get; } = [];

    public Dictionary<string, JsonObject> Resources { get; } = [];

    /// <summary>More ELM libraries by name.</summary>
    public Dictionary<string, JsonObject> Libraries { get; } = new() { ["NaltrexoneContext"] = Elm.ContextLibrary() };

    public List<string> ValueSets { get; } = [];

    public JsonArray? Thresholds { get; set; }

    public JsonObject PlanDefinition { get; }

    /// <summary>The action of rule T-01.</summary>
    public JsonObject Action { get; }

    public static JsonObject Library(string name)
        => new() { ["resourceType"] = "Library", ["id"] = name, ["url"] = $"{Base}/Library/{name}", ["version"] = "0.1.0", ["name"] = name };

    public static JsonObject CodeSystem(string id, params (string Code, string Display)[] concepts) => new()
    {
        ["resourceType"] = "CodeSystem",
        ["id"] = id,
        ["url"] = $"{Base}/CodeSystem/{id}",
        ["concept"] = new JsonArray([.. concepts.Select(c => new JsonObject { ["code"] = c.Code, ["display"] = c.Display })]),
    };

    public static JsonObject ValueSet(string id, string system, params string[] codes) => new()
    {
        ["resourceType"] = "ValueSet",
        ["id"] = id,
        ["url"] = $"{Base}/ValueSet/{id}",
        ["compose"] = new JsonObject
        {
            ["include"] = new JsonArray(new JsonObject
            {
                ["system"] = system,
                ["concept"] = new JsonArray([.. codes.Select(code => new JsonObject { ["code"] = code })]),
            }),
        },
    };

    public static JsonObject Rule(string code, string display, string priority) => new()
    {
        ["title"] = $"{display} fires",
        ["description"] = "Static detail.",
        ["priority"] = priority,
        ["code"] = new JsonArray(Concept($"{Base}/CodeSystem/naltrexone-rules", code, display)),
        ["documentation"] = new JsonArray(new JsonObject { ["type"] = "citation", ["label"] = "A source", ["url"] = "https://example.org/source" }),
        ["trigger"] = new JsonArray(Trigger("order-sign")),
        ["condition"] = new JsonArray(Condition($"{code} Applies")),
    };

    public static JsonObject Concept(string system, string code, string? display = null)
    {
        var coding = new JsonObject { ["system"] = system, ["code"] = code };
        if (display is not null)
        {
            coding["display"] = display;
        }

        return new JsonObject { ["coding"] = new JsonArray(coding) };
    }

    public static JsonObject Trigger(string hook) => new() { ["type"] = "named-event", ["name"] = hook };

    public static JsonObject Condition(string define) => new() { ["kind"] = "applicability", ["expression"] = Expression(define) };

    public static JsonObject Dynamic(string path, string define) => new() { ["path"] = path, ["expression"] = Expression(define) };

    public static JsonObject Step(string type, string? title, params JsonObject[] dynamics)
    {
        var step = new JsonObject { ["type"] = Concept("http://terminology.hl7.org/CodeSystem/action-type", type), ["description"] = $"Does {type}" };
        if (title is not null)
        {
            step["title"] = title;
        }

        if (dynamics.Length > 0)
        {
            step["dynamicValue"] = new JsonArray([.. dynamics]);
        }

        return step;
    }

    /// <summary>Adds a further rule behind T-01.</summary>
    public JsonObject AddRule(string code, string display, string priority, JsonObject applies)
    {
        var rule = Rule(code, display, priority);
        Defines[$"{code} Applies"] = applies;
        PlanDefinition["action"]!.AsArray().Add(rule);
        return rule;
    }

    public ContentSet Load(params (string Key, string Value)[] overrides)
        => ContentSet.Load(Files(), overrides.ToDictionary(pair => pair.Key, pair => pair.Value));

    public Service Service() => Load().Services[0];

    /// <summary>The problems that keep the content from loading.</summary>
    public IReadOnlyList<KnowledgeProblem> Problems(params (string Key, string Value)[] overrides)
        => Assert.Throws<KnowledgeException>(() => Load(overrides)).Problems;

    public IEnumerable<ContentFile> Files()
    {
        foreach (var (name, resource) in Resources)
        {
            yield return File($"resources/{name}.json", resource);
        }

        yield return File("elm/TestRules.json", Elm.Library("TestRules", Defines, [.. ValueSets]));
        foreach (var (name, library) in Libraries)
        {
            yield return File($"elm/{name}.json", library);
        }

        if (Thresholds is not null)
        {
            yield return File("thresholds.json", Thresholds);
        }
    }

    private static JsonObject Expression(string define) => new() { ["language"] = "text/cql-identifier", ["expression"] = define };

    private static ContentFile File(string path, JsonNode json) => new(path, Encoding.UTF8.GetBytes(json.ToJsonString()));
}
