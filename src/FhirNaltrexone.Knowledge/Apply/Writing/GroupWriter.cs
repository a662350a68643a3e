using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Apply.Expressions;
using FhirNaltrexone.Knowledge.Apply.Plans;
using FhirNaltrexone.Knowledge.Apply.Values;
using FhirNaltrexone.Knowledge.Loading;
using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Knowledge.Apply.Writing;

/// <summary>Writes actions as those of a RequestGroup, and collects the drafts they stand for.</summary>
internal sealed class GroupWriter(ApplyRequest request, ExpressionRunner expressions, Activities activities, IdAllocator ids, IssueList issues)
{
    private static readonly ElementType ActionType = TypeCatalogue.Core.Find("RequestGroup.action")!;

    private readonly IdAllocator _extra = new();

    /// <summary>The drafts of the actions written, with the ids by which they are referred to.</summary>
    public List<JsonObject> Drafts { get; } = [];

    /// <summary>Writes actions.</summary>
    public JsonArray Write(IEnumerable<PlannedAction> actions) => new([.. actions.Select(Write)]);

    private JsonObject Write(PlannedAction action)
    {
        var json = action.Json;
        var written = new JsonObject { ["id"] = action.Id };
        if (action.Undecided.Count > 0) written["prefix"] = string.Join(' ', new[] { "To be decided:", json.Text("prefix") }.OfType<string>());
        else json.CopyTo(written, "prefix");
        json.CopyTo(written, "title", "description", "textEquivalent", "priority", "code", "documentation");
        AddUri(written, json);
        foreach (var condition in action.Undecided) written.AddTo("condition", condition.Copy());
        foreach (var condition in json.Items("condition").Where(condition => condition.Text("kind") != "applicability")) written.AddTo("condition", condition.Copy());
        AddRelations(written, action);
        AddTiming(written, action);
        AddParticipants(written, json);
        json.CopyTo(written, "type", "groupingBehavior", "selectionBehavior", "requiredBehavior", "precheckBehavior", "cardinalityBehavior");
        var draft = action.Definition is not null || action.Children.Count == 0 ? activities.Of(action) : null;
        Compute(written, draft, action);
        AddContent(written, draft, action);
        return written;
    }

    private static void AddUri(JsonObject written, JsonElement json)
    {
        if (json.Text("definitionUri") is { } uri)
            written.AddTo("documentation", new JsonObject { ["type"] = "documentation", ["display"] = "What the action does", ["url"] = uri });
    }

    /// <summary>Only relations to actions that are there; ids are those of the result.</summary>
    private static void AddRelations(JsonObject written, PlannedAction action)
    {
        foreach (var relation in action.Json.Items("relatedAction"))
        {
            if (!action.Plan.ById.TryGetValue(relation.Text("actionId") ?? "", out var other)) continue;
            var copy = relation.Copy().AsObject();
            copy["actionId"] = other.Id;
            written.AddTo("relatedAction", copy);
        }
    }

    private static void AddTiming(JsonObject written, PlannedAction action)
    {
        if (action.When is { } when && (when.Start ?? when.End) is not null)
        {
            var (name, value) = when.Write("timing");
            written[name] = value;
        }
        else if (action.Json.Child("timingTiming") is { } pattern) written["timingTiming"] = pattern.Copy();
    }

    private void AddParticipants(JsonObject written, JsonElement json)
    {
        foreach (var participant in json.Items("participant"))
        {
            var reference = participant.Text("type") switch
            {
                "patient" => $"Patient/{request.Chart.PatientId}",
                "practitioner" => request.Practitioner,
                _ => null,
            };
            if (reference is not null) written.AddTo("participant", JsonCopies.Reference(reference));
        }
    }

    private void Compute(JsonObject written, JsonObject? draft, PlannedAction action)
    {
        foreach (var dynamic in action.Json.Items("dynamicValue"))
        {
            var path = (dynamic.Text("path") ?? "").TrimStart('%');
            var ofAction = path.StartsWith("action.", StringComparison.Ordinal);
            if (!ofAction && draft is not null) activities.Compute(draft, path, dynamic.Child("expression") ?? default, action.Plan.Scope, Report);
            else if (!(ofAction ? path["action.".Length..] : path).StartsWith("timing", StringComparison.Ordinal))
                Set(written, ofAction ? path["action.".Length..] : path, dynamic, action);
        }

        void Report(string code, string text) => issues.AddTo(action.Id, code, text);
    }

    private void Set(JsonObject written, string path, JsonElement dynamic, PlannedAction action)
    {
        var result = expressions.Evaluate(dynamic.Child("expression") ?? default, action.Plan.Scope);
        var fault = result.Failure ?? (result.Value is null ? "the record does not tell" : ElementSetter.Set(written, ActionType, path, result.Value));
        if (fault is not null) issues.AddTo(action.Id, result.Failure is null ? "value" : result.Code, $"The element {(path.Length > 120 ? path[..120] : path)} could not be computed: {fault}.");
    }

    /// <summary>R4 rqg-1: an action has a resource or actions, not both.</summary>
    private void AddContent(JsonObject written, JsonObject? draft, PlannedAction action)
    {
        var children = Write(action.Children);
        if (draft is not null)
        {
            draft.Remove("id");
            draft.Insert(1, "id", ids.Take(action.Id));
            Drafts.Add(draft);
            var reference = JsonCopies.Reference($"#{draft["id"]!.GetValue<string>()}");
            if (children.Count == 0) written["resource"] = reference;
            else children.Insert(0, new JsonObject { ["id"] = _extra.Take($"{action.Id}.resource"), ["title"] = written["title"]?.DeepClone() ?? action.Id, ["resource"] = reference });
        }

        if (children.Count > 0) written["action"] = children;
    }
}
