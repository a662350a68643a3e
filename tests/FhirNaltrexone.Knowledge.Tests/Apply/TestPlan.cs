using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Apply;
using FhirNaltrexone.Knowledge.Tests.Fixtures;

namespace FhirNaltrexone.Knowledge.Tests.Apply;

/// <summary>Applies small plans, written where they are tested, to one patient in New York.</summary>
internal static class TestPlan
{
    public const string Url = "https://example.org/PlanDefinition/tested";

    private const string Patient = """{"resourceType":"Patient","id":"pt","gender":"female","birthDate":"1990-05-17"}""";

    /// <summary>Applies a plan with the actions given.</summary>
    public static CarePlanReading Of(string actions, string now = "2026-03-07T10:00:00-05:00", params string[] definitions)
        => new(Applied(actions, now, definitions).Resource ?? throw new InvalidOperationException("The plan cannot be applied."));

    public static ApplyResult Applied(string actions, string now = "2026-03-07T10:00:00-05:00", params string[] definitions)
        => Application.ApplyPlan(Request(Definition("tested", actions), now, definitions), CancellationToken.None);

    public static string Definition(string id, string actions) => $$"""
        {"resourceType":"PlanDefinition","id":"{{id}}","url":"https://example.org/PlanDefinition/{{id}}","version":"1","name":"Tested","status":"active","action":[{{actions}}]}
        """;

    public static ApplyRequest Request(string definition, string now, params string[] definitions)
    {
        var known = definitions.Append(definition).Select(text => JsonElement.Parse(text)).ToList();
        return new()
        {
            Definition = JsonElement.Parse(definition),
            Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture),
            Chart = TestChart.With() with { Resources = [JsonElement.Parse(Patient)] },
            Definitions = (type, canonical) => known.FirstOrDefault(one => one.GetProperty("resourceType").GetString() == type
                && one.GetProperty("url").GetString() == canonical) is { ValueKind: JsonValueKind.Object } found ? found : null,
            Libraries = _ => null,
        };
    }

    /// <summary>When a single action with a timing is due.</summary>
    public static string? When(string timing, string now) => CarePlanReading.When(Of($$"""{"id":"a",{{timing}} }""", now).Action("a"));

    public static string Length(string value, string unit) => $$"""{"value":{{value}},"system":"http://unitsofmeasure.org","code":"{{unit}}"}""";

    public static string Condition(string path) => $$"""{"kind":"applicability","expression":{"language":"text/fhirpath","expression":{{JsonValue.Create(path)!.ToJsonString()}} } }""";
}
