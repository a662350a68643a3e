using System.Text.Json;
using FhirNaltrexone.Knowledge.Apply.Expressions;
using FhirNaltrexone.Knowledge.Loading;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Knowledge.Apply.Plans;

/// <summary>Finds the resources that actions remove or update, where they compute them.</summary>
internal sealed class ActionTargets(ExpressionRunner expressions)
{
    /// <summary>
    /// The resources that an action is about at any of some events, each once. Without any, or without what it would change in them, there is
    /// nothing to do; null for actions that do something else.
    /// </summary>
    /// <param name="json">The action.</param>
    /// <param name="plan">The plan it belongs to.</param>
    /// <param name="hooks">The events, that of its own values first; null stands for none.</param>
    public IReadOnlyList<ActionTarget>? Of(JsonElement json, PlanInstance plan, IReadOnlyList<string?> hooks)
    {
        if (json.Text("definitionCanonical") is not null || (json.Child("type") ?? default).FirstCoding()?.Code is not ("remove" or "update")) return null;
        var computed = json.Items("dynamicValue").ToLookup(dynamic => PlannedAction.Path(dynamic) == ("resource", true));
        return computed[true].FirstOrDefault().Child("expression") is not { } which
            ? null
            : [.. hooks.SelectMany(hook => At(which, computed[false], plan, hook)).GroupBy(target => target.Reference).Select(Joined)];
    }

    private static ActionTarget Joined(IEnumerable<ActionTarget> targets)
    {
        List<ActionTarget> all = [.. targets];
        return all[0] with { Others = [.. all.Skip(1).Select(target => target.Hook).Distinct()] };
    }

    private IEnumerable<ActionTarget> At(JsonElement which, IEnumerable<JsonElement> changes, PlanInstance plan, string? hook)
    {
        var result = expressions.Evaluate(which, plan.Scope, hook);
        if (result.Failure is not null) return [new(hook, null, result)];
        if (result.Value is null) return [Unknown("the record does not tell")];
        if (changes.Any(change => IsIdle(change, plan, hook))) return [];

        // What is no reference names nothing that could be removed or changed: that is told, and not taken for nothing to do.
        var given = result.Value as IReadOnlyList<object?> ?? [result.Value];
        return given.All(one => one is string) ? given.Select(one => new ActionTarget(hook, (string)one!)) : [Unknown("its value names no resource")];

        ActionTarget Unknown(string why) => new(hook, null, ExpressionResult.Failed(IssueCodes.Value, why));
    }

    private bool IsIdle(JsonElement change, PlanInstance plan, string? hook)
        => !PlannedAction.Path(change).IsOfAction
            && expressions.Evaluate(change.Child("expression") ?? default, plan.Scope, hook) is { Failure: null, Value: null };
}
