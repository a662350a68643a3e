using System.Text.Json;
using FhirNaltrexone.Knowledge.Apply.Expressions;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Knowledge.Loading;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Knowledge.Apply.Plans;

/// <summary>
/// Finds the actions that apply: evaluates conditions, follows definitions into nested plans, and keeps what nobody can decide. An action bound to
/// events is judged at each of them, unless the request says which one it is, and applies when it does at any.
/// </summary>
internal sealed class ActionTree(ApplyRequest request, ExpressionRunner expressions, IssueList issues, CancellationToken cancellationToken)
{
    // Each event is another evaluation of all that conditions name.
    private const int MaxHooks = 64;

    private readonly ActionTargets _targets = new(expressions);
    private readonly IdAllocator _ids = new();
    private readonly HashSet<string> _hooks = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _hooksOfUnbound = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>All plans met, the one applied first.</summary>
    public List<PlanInstance> Plans { get; } = [];

    /// <summary>Events at which rules named by actions without event would have something to judge.</summary>
    public IReadOnlyCollection<string> HooksOfUnbound => _hooksOfUnbound;

    /// <summary>Reads the actions of the plan applied.</summary>
    public List<PlannedAction> Read(JsonElement plan) => ReadPlan(plan, null, [plan.Text("url") ?? ""], 1, [request.Hook]);

    /// <summary>The libraries of a definition; one that is missing makes its defines unknown, and is told.</summary>
    public static PlanScope Scope(ApplyRequest request, JsonElement definition, IssueList issues)
    {
        List<Libraries.KnowledgeLibrary> libraries = [];
        foreach (var canonical in Canonicals(definition))
        {
            if (request.Libraries(canonical) is { } library) libraries.Add(library);
            else issues.Add(IssueCodes.NotFound, $"The library {canonical} is not here: conditions that name its defines cannot be decided.", null);
        }

        return new(definition, libraries);
    }

    private static IEnumerable<string> Canonicals(JsonElement definition)
        => definition.Items("library").Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).Distinct();

    private List<PlannedAction> ReadPlan(JsonElement definition, PlannedAction? host, IReadOnlyList<string> path, int depth, IReadOnlyList<string?> hooks)
    {
        var plan = new PlanInstance(Scope(request, definition, issues), host);
        Plans.Add(plan);
        issues.AddIfRetired(definition);
        return ReadActions(definition, plan, host?.Id, "action", path, depth, hooks);
    }

    private List<PlannedAction> ReadActions(
        JsonElement parent, PlanInstance plan, string? owner, string position, IReadOnlyList<string> path, int depth, IReadOnlyList<string?> hooks)
    {
        if (depth > request.Limits.MaxDepth)
            throw new ApplyFaultException(new(IssueCodes.TooCostly, $"Actions and plans are nested more than {request.Limits.MaxDepth} levels deep."));
        List<PlannedAction> actions = [];
        var index = 0;
        foreach (var json in parent.Items("action"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++_count > request.Limits.MaxActions) throw request.Limits.TooManyActions();
            if (ReadAction(json, plan, owner, $"{position}-{++index}", path, depth, PlanEvents.Of(json, hooks)) is { } action) actions.Add(action);
        }

        return actions;
    }

    private PlannedAction? ReadAction(
        JsonElement json, PlanInstance plan, string? owner, string position, IReadOnlyList<string> path, int depth, IReadOnlyList<string?> hooks)
    {
        var (judged, open) = Judge(json, plan, hooks);
        List<string?> undecided = [.. open.Select(one => one.Hook).Distinct()];
        List<string?> possible = judged.Count == 0
            ? MostUrgentFirst(json, plan, undecided)
            : [.. MostUrgentFirst(json, plan, judged), .. undecided];
        var targets = _targets.Of(json, plan, possible);
        if (possible.Count == 0 || targets is [])
        {
            if (hooks is [null]) TellHooks(json, plan);
            Remove(json, plan);
            return null;
        }

        var action = new PlannedAction(_ids.Take(json.Text("id") ?? position, owner), json, plan) { Hooks = possible, Targets = targets };
        foreach (var (hook, condition, result) in open) Keep(action, judged.Count > 0 ? hook : null, condition, result);
        action.Children.AddRange(ReadActions(json, plan, action.Id, position, path, depth + 1, action.Hooks));
        var isPlan = Follow(action, path, depth);
        if (judged.Count > 0 && open.Count > 0) KeepBelow(action.Children, open);
        if (action.Children.Count == 0 && action.Undecided.Count == 0 && PlanEvents.Of(json).Count == 0 && (isPlan || (action.Definition is null && json.Items("action").Any())))
        {
            // A heading under which nothing remains asks for nothing; what an event brings up is said though nothing can be offered.
            Remove(json, plan);
            return null;
        }

        if (json.Text("id") is { } id && !plan.ById.TryAdd(id, action))
            issues.AddTo(action.Id, IssueCodes.Duplicate, $"Two actions of the plan have the id {action.Plan.ById[id].Id}: relations mean the first.");
        return action;
    }

    /// <summary>The events an action applies at, and those it may apply at, with the conditions that are not decided.</summary>
    private (List<string?> Applicable, List<(string? Hook, JsonElement Condition, ExpressionResult Result)> Open) Judge(
        JsonElement json, PlanInstance plan, IReadOnlyList<string?> hooks)
    {
        List<string?> applicable = [];
        List<(string? Hook, JsonElement Condition, ExpressionResult Result)> open = [];
        foreach (var hook in hooks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (hook is not null && _hooks.Add(hook) && _hooks.Count > MaxHooks)
                throw new ApplyFaultException(new(IssueCodes.TooCostly, $"The actions belong to more than {MaxHooks} events: name one as hook."));
            List<(JsonElement Condition, ExpressionResult Result)> undecided = [];
            if (!Applies(json, plan, hook, undecided)) continue;
            if (undecided.Count == 0) applicable.Add(hook);
            else open.AddRange(undecided.Select(one => (hook, one.Condition, one.Result)));
        }

        return (applicable, open);
    }

    /// <summary>
    /// An action without event belongs to none by R4: which one a plan of others means is not for us to choose. But rules of a hook are silent
    /// outside of it, and what one would say there must not look clear.
    /// </summary>
    private void TellHooks(JsonElement json, PlanInstance plan)
    {
        var asked = json.Items("condition").Concat(json.Items("dynamicValue")).Select(one => one.Child("expression") ?? default);
        List<string> hooks = [.. asked.SelectMany(expression => expressions.Hooks(expression, plan.Scope)).Distinct(StringComparer.Ordinal)];
        _hooksOfUnbound.UnionWith(hooks);
        List<string> others = [.. hooks.Where(hook => Applies(json, plan, hook, []) && _targets.Of(json, plan, [hook]) is not [])];
        if (others.Count == 0) return;
        issues.AddLeftOut(
            json,
            IssueCodes.Incomplete,
            $"it belongs to no event, and outside of events it does not apply; at {string.Join(", ", others)} it does, or may. "
                + "Give it a trigger (named-event) for each at which it is to be judged.");
    }

    /// <summary>The rest keeps its order.</summary>
    private List<string?> MostUrgentFirst(JsonElement json, PlanInstance plan, List<string?> hooks)
    {
        var priority = json.Items("dynamicValue").FirstOrDefault(dynamic => dynamic.Text("path")?.TrimStart('%') is "priority" or "action.priority").Child("expression");
        return hooks.Count == 1 || priority is not { } expression
            ? hooks
            : [.. hooks.OrderByDescending(hook => Priorities.ToIndicator((expressions.Evaluate(expression, plan.Scope, hook).Value ?? json.Text("priority")) as string) ?? Indicator.Info)];
    }

    private bool Applies(JsonElement json, PlanInstance plan, string? hook, List<(JsonElement Condition, ExpressionResult Result)> undecided)
    {
        foreach (var condition in json.Items("condition").Where(condition => condition.Text("kind") == "applicability"))
        {
            var result = expressions.Evaluate(condition.Child("expression") ?? default, plan.Scope, hook);
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

    /// <summary>Marks an action that nobody can decide. One that applies at another event stays as it is: what is open about it is told.</summary>
    private void Keep(PlannedAction action, string? hook, JsonElement condition, ExpressionResult result)
    {
        if (hook is null && !action.Undecided.Exists(known => known.GetRawText() == condition.GetRawText())) action.Undecided.Add(condition);
        var reason = result.Failure ?? (result.Value is null ? "the record does not tell" : "its value is neither true nor false");
        var name = condition.Child("expression")?.Text("expression") is { Length: <= 200 } text ? $" \"{text}\"" : "";
        var where = hook is null ? "" : $" at {hook} too";
        var code = result.Failure is null && result.Value is not null ? IssueCodes.Value : result.Code;
        issues.AddTo(action.Id, code, $"Whether this applies{where} is not decided: of the condition{name}, {reason}. Please decide by hand.");
    }

    /// <summary>What belongs only to events at which nobody can decide on what it stands in is no more decided than that.</summary>
    private void KeepBelow(IEnumerable<PlannedAction> actions, List<(string? Hook, JsonElement Condition, ExpressionResult Result)> open)
    {
        foreach (var action in actions)
        {
            List<(string? Hook, JsonElement Condition, ExpressionResult Result)> above = [.. open.Where(one => action.Hooks.Contains(one.Hook))];
            if (above.Count == 0) continue;
            if (!action.Hooks.All(hook => above.Exists(one => one.Hook == hook))) KeepBelow(action.Children, above);
            else foreach (var (_, condition, result) in above) Keep(action, null, condition, result);
        }
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
            if (path.Contains(url)) throw new ApplyFaultException(new(IssueCodes.BusinessRule, $"The plan {url} contains itself by way of {string.Join(", ", path)}."));
            action.Children.AddRange(ReadPlan(nested, action, [.. path, url], depth + 1, action.Hooks));
            return true;
        }

        action.Definition = request.Definitions("ActivityDefinition", canonical) ?? request.Definitions("Questionnaire", canonical);
        if (action.Definition is { } definition) issues.AddIfRetired(definition);
        else issues.AddTo(action.Id, IssueCodes.NotFound, $"What the action does, {canonical}, is not here.");
        return false;
    }
}
