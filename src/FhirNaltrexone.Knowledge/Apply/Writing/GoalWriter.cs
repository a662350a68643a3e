using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Apply.Dates;
using FhirNaltrexone.Knowledge.Apply.Expressions;
using FhirNaltrexone.Knowledge.Apply.Plans;
using FhirNaltrexone.Knowledge.Loading;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Knowledge.Apply.Writing;

/// <summary>Makes Goals of the goals of a plan; those that only actions serve which do not apply are left out.</summary>
internal sealed class GoalWriter(ApplyRequest request, ExpressionRunner expressions, PlanCalendar calendar, IdAllocator ids, IssueList issues)
{
    private const string ComputedBy = "http://hl7.org/fhir/StructureDefinition/cqf-expression";

    /// <summary>The goals of one plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="dayZero">Its day 0: lengths of time until something is due are counted from it.</param>
    public IEnumerable<JsonObject> Write(PlanInstance plan, Moment dayZero)
    {
        var definition = plan.Scope.Definition;
        var wanted = Served(plan.ById.Values.Select(action => action.Json)).ToHashSet(StringComparer.Ordinal);
        var served = Served(Everything(definition)).ToHashSet(StringComparer.Ordinal);
        var index = 0;
        foreach (var goal in definition.Items("goal"))
        {
            index++;
            var id = goal.Text("id");
            if (id is null || wanted.Contains(id) || !served.Contains(id)) yield return Write(goal, ids.Take(id ?? $"goal-{index}", definition.Text("id")), plan.Scope, dayZero);
        }
    }

    private static IEnumerable<string> Served(IEnumerable<JsonElement> actions)
        => actions.SelectMany(action => action.Items("goalId")).Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetString()!);

    private static IEnumerable<JsonElement> Everything(JsonElement parent)
        => parent.Items("action").SelectMany(action => Everything(action).Prepend(action));

    private JsonObject Write(JsonElement goal, string id, PlanScope scope, Moment dayZero)
    {
        var written = new JsonObject { ["resourceType"] = "Goal", ["id"] = id, ["lifecycleStatus"] = "proposed" };
        if (goal.Child("category") is { } category) written["category"] = new JsonArray(category.Copy());
        goal.CopyTo(written, "priority", "description");
        if (written["description"] is null) written["description"] = new JsonObject { ["text"] = id };
        written["subject"] = JsonCopies.Reference($"Patient/{request.Chart.PatientId}");
        if (goal.Child("start") is { } start) written["startCodeableConcept"] = start.Copy();
        foreach (var target in goal.Items("target")) written.AddTo("target", Target(target, id, scope, dayZero));
        foreach (var concern in goal.Items("addresses"))
        {
            if (Activities.InWords(concern) is { } text) written.AddTo("note", new JsonObject { ["text"] = $"Addresses: {text}" });
        }

        return written;
    }

    private JsonObject Target(JsonElement target, string id, PlanScope scope, Moment dayZero)
    {
        var written = new JsonObject();
        target.CopyTo(written, "measure");

        // R4 gol-1: a detail needs a measure.
        string[] details = ["detailQuantity", "detailRange", "detailCodeableConcept"];
        if (written["measure"] is not null) target.CopyTo(written, details);
        else if (details.Any(detail => target.Child(detail) is not null))
            issues.Add(IssueCodes.Value, "The value of a target is left out: the target does not say what is measured.", $"Goal.where(id = '{id}')");
        if (target.Child("due") is { } due)
        {
            if (Length(due, scope) is { } length && calendar.Add(dayZero, length) is { } date) written["dueDate"] = Moment.On(date.Date).ToString();
            else issues.Add(IssueCodes.Value, "When the goal is due could not be computed: due is no whole length of time.", $"Goal.where(id = '{id}')");
        }

        return written;
    }

    /// <summary>What is computed counts; when that fails, what stands there is no better than a guess.</summary>
    private Offset? Length(JsonElement due, PlanScope scope)
        => due.Items("extension").FirstOrDefault(extension => extension.Text("url") == ComputedBy).Child("valueExpression") is { } expression
            ? expressions.Evaluate(expression, scope, null).Value is CqlQuantity quantity ? Offset.Read(quantity) : null
            : Offset.Read(due);
}
