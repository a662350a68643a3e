using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Apply.Expressions;
using FhirNaltrexone.Knowledge.Apply.Plans;
using FhirNaltrexone.Knowledge.Apply.Values;
using FhirNaltrexone.Knowledge.Loading;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Knowledge.Apply.Writing;

/// <summary>Writes actions as those of a RequestGroup, and collects the drafts they stand for.</summary>
internal sealed class GroupWriter(
    ApplyRequest request, ExpressionRunner expressions, Activities activities, IdAllocator ids, IssueList issues, CancellationToken cancellationToken)
{
    private static readonly ElementType ActionType = TypeCatalogue.Core.Find("RequestGroup.action")!;

    private static readonly string[] Lost = ["transform", "subjectCodeableConcept", "subjectReference"];

    private readonly IdAllocator _extra = new();

    private readonly DraftList _drafts = new(ids);

    /// <summary>The drafts of the actions written, with the ids by which they are referred to.</summary>
    public IReadOnlyList<JsonObject> Drafts => _drafts.All;

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
        if (!HasDraft(action)) AddReasons(written, json);
        foreach (var condition in action.Undecided) written.AddTo("condition", condition.Copy());
        foreach (var condition in json.Items("condition").Where(condition => condition.Text("kind") != "applicability")) written.AddTo("condition", condition.Copy());
        AddRelations(written, action);
        AddTiming(written, action);
        AddParticipants(written, json);
        json.CopyTo(written, "type", "groupingBehavior", "selectionBehavior", "requiredBehavior", "precheckBehavior", "cardinalityBehavior");
        Compute(written, action);
        TellLost(action);
        AddContent(written, Made(written, action), action);
        return written;
    }

    private static void AddUri(JsonObject written, JsonElement json)
    {
        if (json.Text("definitionUri") is { } uri)
            written.AddTo("documentation", new JsonObject { ["type"] = "documentation", ["display"] = "What the action does", ["url"] = uri });
    }

    /// <summary>An action of a RequestGroup has no reason: that of a heading is its justification, and drafts tell those of the others.</summary>
    private static void AddReasons(JsonObject written, JsonElement json)
    {
        foreach (var reason in json.Items("reason"))
        {
            if (Activities.InWords(reason) is { } text)
                written.AddTo("documentation", new JsonObject { ["type"] = "justification", ["display"] = text });
        }
    }

    /// <summary>Only relations to actions that are there; ids are those of the result. Those to actions that do not apply mean nothing.</summary>
    private void AddRelations(JsonObject written, PlannedAction action)
    {
        foreach (var relation in action.Json.Items("relatedAction"))
        {
            var id = relation.Text("actionId") ?? "";
            if (!action.Plan.ById.TryGetValue(id, out var other))
            {
                if (!action.Plan.Removed.Contains(id))
                    issues.AddTo(action.Id, IssueCodes.NotFound, $"It is related to an action {(id.Length > 64 ? id[..64] : id)} that is none of the plan.");
                continue;
            }

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

    /// <summary>An action of a RequestGroup has no place for it; roles of performers are those of the activity.</summary>
    private void TellLost(PlannedAction action)
    {
        List<string> lost = [.. Lost.Where(name => action.Json.Child(name) is not null)];
        if (action.Json.Items("participant").Any(one => one.Child("role") is not null)) lost.Add("participant.role");
        if (action.Json.Items("participant").Any(one => one.Text("type") is not ("patient" or "practitioner"))) lost.Add("participant");
        if (lost.Count > 0) issues.AddTo(action.Id, IssueCodes.NotSupported, $"These elements are not carried over: {string.Join(", ", lost)}.");
        if (request.Practitioner is null && action.Json.Items("participant").Any(one => one.Text("type") == "practitioner"))
            issues.AddTo(action.Id, IssueCodes.Incomplete, "A practitioner takes part, and nobody is named: give the parameter practitioner, or add who it is by hand.");
    }

    /// <summary>Computes elements of the action itself: those of its draft are told by paths without its name, unless it has none.</summary>
    private void Compute(JsonObject written, PlannedAction action)
    {
        if (!action.Json.Items("dynamicValue").Any()) return;
        var check = new DraftCheck(Group(written));
        var count = 0;
        foreach (var dynamic in action.Json.Items("dynamicValue"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++count > request.Limits.MaxValues) throw request.Limits.TooManyValues();
            var (path, isOfAction) = PlannedAction.Path(dynamic);
            var isDone = ActionDates.IsTiming(dynamic) || (path, action.Targets) is ("resource", not null) || !(isOfAction || !HasDraft(action));
            if (!isDone) Set(written, check, path, dynamic, action);
        }
    }

    private static bool HasDraft(PlannedAction action) => action.Definition is not null || action.Targets is not null || action.Children.Count == 0;

    /// <summary>The drafts an action stands for: one, or one for each resource that it is about.</summary>
    private List<JsonObject> Made(JsonObject written, PlannedAction action)
        => !HasDraft(action) ? []
            : action.Targets is { } targets ? [.. targets.Select(target => TaskAbout(target, written, action))]
            : [Draft(written, action)];

    private JsonObject Draft(JsonObject written, PlannedAction action)
    {
        var draft = activities.Of(action, written);
        var report = Report(action);
        activities.Compute(draft, OfDraft(action), action.Plan.Scope, action.Hook, report);
        Activities.Check(draft, report);
        return draft;
    }

    private JsonObject TaskAbout(ActionTarget target, JsonObject written, PlannedAction action)
    {
        var report = Report(action);
        var task = activities.Of(action, written);
        foreach (var (path, expression) in OfDraft(action))
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddChange(task, path, target, hook => expressions.Evaluate(expression, action.Plan.Scope, hook), report);
        }

        if (target.Reference is { } reference) task["focus"] = JsonCopies.Reference(reference);
        else report(target.Unknown!.Code, $"The resource it is about could not be computed: {target.Unknown.Failure}. Please find it by hand.");
        return task;
    }

    private static IEnumerable<(string Path, JsonElement Expression)> OfDraft(PlannedAction action)
        => action.Json.Items("dynamicValue").Where(dynamic => !PlannedAction.Path(dynamic).IsOfAction && !ActionDates.IsTiming(dynamic))
            .Select(dynamic => (PlannedAction.Path(dynamic).Path, dynamic.Child("expression") ?? default));

    private Action<string, string> Report(PlannedAction action) => (code, text) => issues.AddTo(action.Id, code, text);

    /// <summary>
    /// What is to be changed in a resource that is there already, and to what, goes along with the task to do so. A task says one value: that another
    /// event gives another one is told.
    /// </summary>
    private static void AddChange(JsonObject task, string path, ActionTarget target, Func<string?, ExpressionResult> evaluate, Action<string, string> report)
    {
        var shown = path.Length > 120 ? path[..120] : path;
        var (input, fault, code) = Change(path, evaluate(target.Hook));
        if (fault is null) task.AddTo("input", input);
        else report(code, $"The new value of {shown} could not be computed: {fault}. Please fill it in by hand.");
        List<string> others = [.. target.Others.Where(hook => Change(path, evaluate(hook)) is var other && !(other.Fault == fault && JsonNode.DeepEquals(other.Input, input))).OfType<string>()];
        if (others.Count > 0)
            report(IssueCodes.Conflict, $"The new value of {shown} is the one at {target.Hook}; at {string.Join(", ", others)} it is another one, or not known. Apply the plan at that hook to see it, and decide by hand.");
    }

    private static (JsonObject Input, string? Fault, string Code) Change(string path, ExpressionResult result)
    {
        var input = new JsonObject { ["type"] = new JsonObject { ["text"] = path } };
        var fault = result.Failure ?? ElementSetter.Set(input, TypeCatalogue.Core.Find("Task.input")!, "value", result.Value);
        return (input, fault, result.Failure is null ? IssueCodes.Value : result.Code);
    }

    private void Set(JsonObject written, DraftCheck check, string path, JsonElement dynamic, PlannedAction action)
    {
        var (result, changed) = (Value(path, dynamic.Child("expression") ?? default, action), written.DeepClone().AsObject());
        var fault = path.StartsWith("timing", StringComparison.Ordinal) ? "of a timing only the whole can be"
            : result.Failure ?? (result.Value is null ? "the record does not tell" : ElementSetter.Set(changed, ActionType, path, result.Value)
                ?? (check.IsSpoilt(Group(changed)) ? "FHIR R4 does not allow the value there" : null));
        if (fault is null) written.Become(changed);
        else issues.AddTo(action.Id, result.Failure is null ? IssueCodes.Value : result.Code, $"The element {(path.Length > 120 ? path[..120] : path)} could not be computed: {fault}.");
    }

    private static JsonObject Group(JsonObject action) => new()
    {
        ["resourceType"] = "RequestGroup",
        ["status"] = "draft",
        ["intent"] = "plan",
        ["action"] = new JsonArray(action.DeepClone()),
    };

    /// <summary>At several events a rule may have more to say at one than at another: nothing of it is lost.</summary>
    private ExpressionResult Value(string path, JsonElement expression, PlannedAction action)
    {
        var first = expressions.Evaluate(expression, action.Plan.Scope, action.Hook);
        if (path != "description" || action.Hooks.Count == 1) return first;
        List<string> texts = [.. action.Hooks.Select(hook => expressions.Evaluate(expression, action.Plan.Scope, hook).Value).OfType<string>().Distinct()];
        return texts.Count < 2 ? first : ExpressionResult.Of(string.Join("\n\n", texts.Where(text => !texts.Exists(other => other != text && other.Contains(text, StringComparison.Ordinal)))));
    }

    /// <summary>R4 rqg-1: an action has a resource or actions, not both.</summary>
    private void AddContent(JsonObject written, List<JsonObject> drafts, PlannedAction action)
    {
        var children = Write(action.Children);
        var references = drafts.ConvertAll(draft => _drafts.Keep(draft, action.Definition, action.Id));
        if (references is [var only] && children.Count == 0) written["resource"] = only;
        else
        {
            for (var place = 0; place < references.Count; place++)
            {
                children.Insert(place, new JsonObject
                {
                    ["id"] = _extra.Take($"{action.Id}.resource"),
                    ["title"] = written["title"]?.DeepClone() ?? action.Id,
                    ["resource"] = references[place],
                });
            }
        }

        if (children.Count > 0) written["action"] = children;
    }
}
