using System.Text.Json;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge.Apply.Plans;

/// <summary>The named events that actions are bound to by their triggers; those of rules are hooks of CDS Hooks.</summary>
public static class PlanEvents
{
    /// <summary>The events a plan and those it leads to name, each once, in the order of their first mention.</summary>
    /// <param name="plan">The PlanDefinition.</param>
    /// <param name="definitions">Finds the definition of a type that a canonical names, or null.</param>
    public static IReadOnlyList<string> Of(JsonElement plan, Func<string, string, JsonElement?> definitions)
    {
        List<string> events = [];
        var known = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<JsonElement>([plan]);
        while (open.TryDequeue(out var parent))
        {
            foreach (var action in parent.Items("action"))
            {
                events.AddRange(Of(action).Where(known.Add));
                open.Enqueue(action);
                if (action.Text("definitionCanonical") is { } canonical && seen.Add(canonical) && definitions("PlanDefinition", canonical) is { } nested) open.Enqueue(nested);
            }
        }

        return events;
    }

    /// <summary>Whether every action of a plan belongs to an event, by itself or by what it stands in.</summary>
    /// <param name="plan">The PlanDefinition.</param>
    public static bool BindsAll(JsonElement plan) => plan.Items("action").All(action => Of(action).Count > 0);

    /// <summary>The actions that no event reaches: they share none with what they stand in.</summary>
    /// <param name="plan">The PlanDefinition.</param>
    /// <param name="definitions">Finds the definition of a type that a canonical names, or null.</param>
    /// <param name="limits">What looking for them may cost: a plan brought in at other events is another one.</param>
    /// <returns>Each with the events of what it stands in.</returns>
    internal static IEnumerable<(JsonElement Action, IReadOnlyList<string?> Above)> Unreachable(
        JsonElement plan, Func<string, string, JsonElement?> definitions, ApplyLimits limits)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<(JsonElement Parent, IReadOnlyList<string?> Events)>([(plan, [null])]);
        var count = 0;
        while (open.TryDequeue(out var one))
        {
            foreach (var action in one.Parent.Items("action"))
            {
                if (++count > limits.MaxActions) throw limits.TooManyActions();
                var events = Of(action, one.Events);
                if (events.Count == 0)
                {
                    yield return (action, one.Events);
                    continue;
                }

                open.Enqueue((action, events));
                if (action.Text("definitionCanonical") is { } canonical && seen.Add($"{canonical} {string.Join(' ', events)}")
                    && definitions("PlanDefinition", canonical) is { } nested) open.Enqueue((nested, events));
            }
        }
    }

    /// <summary>The events that count for an action: its own among those of what it stands in, which may be none at all.</summary>
    /// <param name="action">The action.</param>
    /// <param name="above">The events of what it stands in; null alone stands for being bound to none.</param>
    internal static IReadOnlyList<string?> Of(JsonElement action, IReadOnlyList<string?> above)
    {
        List<string?> own = [.. Of(action)];
        return own.Count == 0 ? above : above is [null] ? own : [.. above.Where(own.Contains)];
    }

    /// <summary>The events that an action names itself.</summary>
    internal static List<string> Of(JsonElement action)
        => [.. action.Items("trigger").Where(trigger => trigger.Text("type") == "named-event").Select(trigger => trigger.Text("name")).OfType<string>().Distinct()];
}
