using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Apply.Dates;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge.Apply.Writing;

/// <summary>Puts a CarePlan together: RequestGroup, goals, drafts and issues are contained in it.</summary>
internal sealed class CarePlanWriter(ApplyRequest request, IdAllocator ids)
{
    private readonly string _group = ids.Take("request-group");
    private readonly string _issues = ids.Take("issues");

    private string Subject => $"Patient/{request.Chart.PatientId}";

    private string Instant => Moment.At(TimeZoneInfo.ConvertTime(request.Now, request.Chart.Zone)).ToString();

    /// <summary>The CarePlan.</summary>
    public JsonObject Write(JsonArray actions, IReadOnlyList<JsonObject> goals, IReadOnlyList<JsonObject> drafts, IReadOnlyList<ApplyIssue> issues)
    {
        var definition = request.Definition;
        var plan = new JsonObject
        {
            ["resourceType"] = "CarePlan",
            ["id"] = StableId.Of(definition.Canonical() ?? definition.Text("id"), Subject, Instant).ToString(),
            ["contained"] = new JsonArray([Group(actions), .. goals, .. drafts, .. issues.Count > 0 ? [OutcomeWriter.Write(_issues, issues)] : Array.Empty<JsonNode>()]),
        };
        if (definition.Canonical() is { } canonical) plan["instantiatesCanonical"] = new JsonArray(canonical);
        (plan["status"], plan["intent"]) = ("draft", "proposal");
        definition.CopyTo(plan, "title", "description");
        AddContext(plan, "created");
        if (request.Organization is { } organization) plan["contributor"] = new JsonArray(JsonCopies.Reference(organization));
        if (issues.Count > 0) plan["supportingInfo"] = new JsonArray(JsonCopies.Reference($"#{_issues}"));
        foreach (var goal in goals) plan.AddTo("goal", JsonCopies.Reference($"#{goal["id"]}"));
        plan["activity"] = new JsonArray(new JsonObject { ["reference"] = JsonCopies.Reference($"#{_group}") });
        return plan;
    }

    private JsonObject Group(JsonArray actions)
    {
        var group = new JsonObject { ["resourceType"] = "RequestGroup", ["id"] = _group };
        if (request.Definition.Canonical() is { } canonical) group["instantiatesCanonical"] = new JsonArray(canonical);
        (group["status"], group["intent"]) = ("draft", "proposal");
        AddContext(group, "authoredOn");
        if (actions.Count > 0) group["action"] = actions;
        return group;
    }

    private void AddContext(JsonObject resource, string date)
    {
        resource["subject"] = JsonCopies.Reference(Subject);
        if (request.Encounter is { } encounter) resource["encounter"] = JsonCopies.Reference(encounter);
        resource[date] = Instant;
        if (request.Practitioner is { } practitioner) resource["author"] = JsonCopies.Reference(practitioner);
    }
}
