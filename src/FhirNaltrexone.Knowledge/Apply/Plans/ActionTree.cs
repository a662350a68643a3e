using System.Text.Json;
using FhirNaltrexone.Knowledge.Apply.Expressions;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge.Apply.Plans;

/// <summary>Finds the actions that apply: evaluates conditions, follows definitions into nested plans, and keeps what nobody can decide.</summary>
internal sealed class ActionTree(ApplyRequest request, ExpressionRunner expressions, IssueList issues, CancellationToken cancellationToken)
{
    // Conditions may ask which event it is, and hold for none.
    private const string NoEvent = "Actions of this plan belong to events, such as hooks of the CDS service, and here is none: what is not among them may apply all the same. Call the CDS service for its warnings.";

    private readonly IdAllocator _ids = new();
    private int _count;

    /// <summary>All plans met, the one applied first.</summary>
    public List<PlanInstance> Plans { get; } = [];

    /// <summary>Reads the actions of the plan applied.</summary>
    public List<PlannedAction> Read(JsonElement plan) => ReadPlan(plan, null, [plan.Text("url") ?? ""], 1);

    /// <summary>The libraries of a definition; one that is missing makes its defines unknown, and is told.</summary>
    public static PlanScope Scope(ApplyRequest request, JsonElement definition, IssueList issues)
    {
        List<Libraries.KnowledgeLibrary> libraries = [];
        foreach (var canonical in Canonicals(definition))
        {
            if (request.Libraries(canonical) is { } library) libraries.Add(library);
            else issues.Add("not-found", $"The library {canonical} is not here: conditions that name its defines cannot be decided.", null);
        }

        return new(definition, libraries);
    }

    private static IEnumerable<string> Canonicals(JsonElement definition)
        => definition.Items("library").Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).Distinct();

    private List<PlannedAction> ReadPlan(JsonElement definition, PlannedAction? host, IReadOnlyList<string> path, int depth)
    {
        var plan = new PlanInstance(Scope(request, definition, issues), host);
        Plans.Add(plan);
        return ReadActions(definition, plan, host?.Id, "action", path, depth);
    }

    private List<PlannedAction> ReadActions(JsonElement parent, PlanInstance plan, string? owner, string position, IReadOnlyList<string> path, int depth)
    {
        if (depth > request.Limits.MaxDepth)
            throw new ApplyFaultException(new("too-costly", $"Actions and plans are nested more than {request.Limits.MaxDepth} levels deep."));
        List<PlannedAction> actions = [];
        var index = 0;
        foreach (var json in parent.Items("action"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++_count > request.Limits.MaxActions)
                throw new ApplyFaultException(new("too-costly", $"The plan has more than {request.Limits.MaxActions} actions, those of nested plans included."));
            if (ReadAction(json, plan, owner, $"{position}-{++index}", path, depth) is { } action) actions.Add(action);
        }

        return actions;
    }

    private PlannedAction? ReadAction(JsonElement json, PlanInstance plan, string? owner, string position, IReadOnlyList<string> path, int depth)
    {
        if (json.Items("trigger").Any(trigger => trigger.Text("type") == "named-event")) issues.Add("incomplete", NoEvent, null);
        List<(JsonElement Condition, ExpressionResult Result)> undecided = [];
        if (!Applies(json, plan, undecided))
        {
            Remove(json, plan);
            return null;
        }

        var action = new PlannedAction(_ids.Take(json.Text("id") ?? position, owner), json, plan);
        foreach (var (condition, result) in undecided) Keep(action, condition, result);
        action.Children.AddRange(ReadActions(json, plan, action.Id, position, path, depth + 1));
        var isPlan = Follow(action, path, depth);
        if (action.Children.Count == 0 && action.Undecided.Count == 0 && (isPlan || (action.Definition is null && json.Items("action").Any())))
        {
            // A heading under which nothing remains asks for nothing.
            Remove(json, plan);
            return null;
        }

        if (json.Text("id") is { } id && !plan.ById.TryAdd(id, action))
            issues.AddTo(action.Id, "duplicate", $"Two actions of the plan have the id {action.Plan.ById[id].Id}: relations mean the first.");
        return action;
    }

    private bool Applies(JsonElement json, PlanInstance plan, List<(JsonElement Condition, ExpressionResult Result)> undecided)
    {
        foreach (var condition in json.Items("condition").Where(condition => condition.Text("kind") == "applicability"))
        {
            var result = expressions.Evaluate(condition.Child("expression") ?? default, plan.Scope);
            switch (result.Value)
            {
                case false: return false;
                case true: break;
                default:
                    undecided.Add((condition, result));
                    break;
            }
        }

        return true;
    }

    private void Keep(PlannedAction action, JsonElement condition, ExpressionResult result)
    {
        action.Undecided.Add(condition);
        var reason = result.Failure ?? (result.Value is null ? "the record does not tell" : "its value is neither true nor false");
        var name = condition.Child("expression")?.Text("expression") is { Length: <= 200 } text ? $" \"{text}\"" : "";
        issues.AddTo(action.Id, result.Failure is null && result.Value is not null ? "value" : result.Code, $"Whether this applies is not decided: of its condition{name}, {reason}. Please decide by hand.");
    }

    private static void Remove(JsonElement json, PlanInstance plan)
    {
        if (json.Text("id") is { } id) plan.Removed.Add(id);
        foreach (var child in json.Items("action")) Remove(child, plan);
    }

    /// <summary>Finds what the action names; whether that is a plan, whose actions are then its children.</summary>
    private bool Follow(PlannedAction action, IReadOnlyList<string> path, int depth)
    {
        if (action.Json.Text("definitionCanonical") is not { } canonical) return false;
        if (request.Definitions("PlanDefinition", canonical) is { } nested)
        {
            var url = nested.Text("url") ?? canonical;
            if (path.Contains(url)) throw new ApplyFaultException(new("business-rule", $"The plan {url} contains itself by way of {string.Join(", ", path)}."));
            action.Children.AddRange(ReadPlan(nested, action, [.. path, url], depth + 1));
            return true;
        }

        action.Definition = request.Definitions("ActivityDefinition", canonical) ?? request.Definitions("Questionnaire", canonical);
        if (action.Definition is null) issues.AddTo(action.Id, "not-found", $"What the action does, {canonical}, is not here.");
        return false;
    }
}
