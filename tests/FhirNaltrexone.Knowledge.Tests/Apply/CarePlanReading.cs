using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FhirNaltrexone.Knowledge.Tests.Apply;

/// <summary>Reads a CarePlan as a clinician would: which actions, when, with what.</summary>
internal sealed partial class CarePlanReading(JsonObject carePlan)
{
    /// <summary>The actions in document order, those that group others included.</summary>
    public IReadOnlyList<JsonObject> Actions => [.. Below(Contained("RequestGroup").Single())];

    public IReadOnlyList<JsonObject> Goals => [.. Contained("Goal")];

    /// <summary>The orders of tests and services.</summary>
    public IReadOnlyList<JsonObject> Orders => [.. Contained("ServiceRequest")];

    /// <summary>Issues as <c>action code</c>.</summary>
    public IReadOnlyList<(string Of, string Code)> Issues =>
        [.. Outcome.Select(issue => (Quoted().Match((string?)issue["expression"]?[0] ?? "").Groups[1].Value, (string)issue["code"]!))];

    /// <summary>Issues as they stand.</summary>
    public IReadOnlyList<JsonObject> Outcome => [.. Contained("OperationOutcome").SelectMany(outcome => outcome["issue"]!.AsArray()).Select(issue => issue!.AsObject())];

    public static JsonObject Of(JsonObject carePlan, string action) => new CarePlanReading(carePlan).Action(action);

    public JsonObject Action(string id) => Actions.Single(action => (string?)action["id"] == id);

    /// <summary>The draft of an action; null when it has none.</summary>
    public JsonObject? Draft(JsonObject action)
        => (string?)action["resource"]?["reference"] is { } reference ? All.Single(resource => $"#{resource["id"]}" == reference) : null;

    /// <summary>The ids of the actions that name an order.</summary>
    public IEnumerable<string> Steps(JsonObject order)
        => Actions.Where(action => (string?)action["resource"]?["reference"] == $"#{order["id"]}").Select(action => (string)action["id"]!);

    /// <summary>The first code of an order.</summary>
    public static string? Code(JsonObject order) => (string?)order["code"]?["coding"]?[0]?["code"];

    /// <summary>The day of an order, or <c>start/end</c>.</summary>
    public static string? Occurrence(JsonObject order) => (string?)order["occurrenceDateTime"] ?? Period(order["occurrencePeriod"]);

    /// <summary>A date, a dateTime, or <c>start/end</c>.</summary>
    public static string? When(JsonObject action)
        => (string?)action["timingDateTime"] ?? Period(action["timingPeriod"]) ?? Period(action["timingTiming"]?["repeat"]?["boundsPeriod"]);

    /// <summary>The dates of the action's schedule, else of its draft's.</summary>
    public IReadOnlyList<string> Events(JsonObject action)
        => Events(action["timingTiming"]) is { Count: > 0 } own ? own
            : Draft(action) is { } draft ? Events(draft["dosageInstruction"]?[0]?["timing"] ?? draft["occurrenceTiming"]) : [];

    public string? Dose(JsonObject action)
        => Draft(action)?["dosageInstruction"]?[0]?["doseAndRate"]?[0]?["doseQuantity"] is { } dose ? $"{dose["value"]} {dose["unit"] ?? dose["code"]}" : null;

    public string? Site(JsonObject action) => (string?)Draft(action)?["dosageInstruction"]?[0]?["site"]?["text"];

    public string? Every(JsonObject action)
        => (Draft(action)?["dosageInstruction"]?[0]?["timing"]?["repeat"] ?? action["timingTiming"]?["repeat"]) is { } repeat && repeat["period"] is not null
            ? $"{repeat["period"]} {repeat["periodUnit"]}"
            : null;

    private IEnumerable<JsonObject> All => carePlan["contained"]!.AsArray().Select(resource => resource!.AsObject());

    private IEnumerable<JsonObject> Contained(string type) => All.Where(resource => (string?)resource["resourceType"] == type);

    private static IEnumerable<JsonObject> Below(JsonObject parent)
        => (parent["action"]?.AsArray() ?? []).SelectMany(action => Below(action!.AsObject()).Prepend(action.AsObject()));

    private static string? Period(JsonNode? period) => period is null ? null : $"{period["start"]}/{period["end"]}";

    private static List<string> Events(JsonNode? timing) => [.. (timing?["event"]?.AsArray() ?? []).Select(one => (string)one!)];

    [GeneratedRegex("id = '([^']+)'")]
    private static partial Regex Quoted();
}
