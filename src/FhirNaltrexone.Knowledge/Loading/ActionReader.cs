using System.Text.Json;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>Reads one top-level PlanDefinition action as a rule.</summary>
internal sealed class ActionReader(string planTitle, Artifacts artifacts, CodeSystems codeSystems, ProblemList problems)
{
    private const string OverrideReason = $"{Systems.Own}/StructureDefinition/override-reason";

    private readonly SuggestionReader _suggestions = new(artifacts, problems);

    public Rule Read(string where, JsonElement action, DefineScope plan)
    {
        var conditions = Conditions(where, action, plan, problems);
        var scope = plan.Within(conditions.FirstOrDefault()?.Library);
        var dynamics = DynamicTexts(where, action, scope);
        if (conditions.Length == 0)
        {
            problems.Add(where, "has no usable applicability condition");
        }

        return new Rule
        {
            Code = Code(where, action),
            Hooks = Hooks(where, action),
            Title = Title(where, action),
            Detail = action.Text("description"),
            Indicator = StaticIndicator(where, action),
            Conditions = conditions,
            TitleText = dynamics.GetValueOrDefault("action.title"),
            DetailText = dynamics.GetValueOrDefault("action.description"),
            PriorityText = dynamics.GetValueOrDefault("action.priority"),
            OverrideReasons = OverrideReasons(where, action),
            Documentation = Sources(where, action),
            SelectionBehavior = Behavior(action),
            Suggestions = [.. action.Items("action").Select((child, i) => _suggestions.Read($"{where} action[{i}]", child, scope)).OfType<Suggestions.SuggestionPlan>()],
        };
    }

    /// <summary>The defines of the applicability conditions; conditions of other kinds have no meaning here.</summary>
    public static CqlDefine[] Conditions(string where, JsonElement action, DefineScope scope, ProblemList problems)
    {
        List<CqlDefine> defines = [];
        foreach (var condition in action.Items("condition"))
        {
            if (condition.Text("kind") != "applicability")
            {
                problems.Add(where, $"has a condition of kind '{condition.Text("kind")}'; only applicability is supported");
            }
            else if (Expressions.DefineName(condition, where, problems) is { } name && scope.Condition(where, name) is { } define)
            {
                defines.Add(define);
            }
        }

        return [.. defines];
    }

    private Dictionary<string, CqlDefine> DynamicTexts(string where, JsonElement action, DefineScope scope)
    {
        Dictionary<string, CqlDefine> texts = [];
        foreach (var value in action.Items("dynamicValue"))
        {
            var path = value.Text("path") ?? string.Empty;
            if (path is not ("action.title" or "action.description" or "action.priority") || texts.ContainsKey(path))
            {
                problems.Add(where, $"has a dynamicValue for '{path}', which is unknown here or repeated");
            }
            else if (Expressions.DefineName(value, where, problems) is { } name && scope.TextOf(where, name) is { } define)
            {
                texts.Add(path, define);
            }
        }

        return texts;
    }

    private Coding Code(string where, JsonElement action)
    {
        var code = action.Items("code").FirstOrDefault().FirstCoding();
        var fault = code is null ? "has no code" : codeSystems.Fault(code);
        if (fault is not null)
        {
            problems.Add(where, fault);
        }

        return code ?? new Coding(string.Empty, string.Empty, null);
    }

    private List<string> Hooks(string where, JsonElement action)
    {
        List<string> hooks = [];
        foreach (var trigger in action.Items("trigger"))
        {
            if (trigger.Text("type") == "named-event" && trigger.Text("name") is { Length: > 0 } name && !hooks.Contains(name))
            {
                hooks.Add(name);
            }
            else
            {
                problems.Add(where, "has a trigger that names no hook or repeats one");
            }
        }

        if (hooks.Count == 0)
        {
            problems.Add(where, "is bound to no hook");
        }

        return hooks;
    }

    private string Title(string where, JsonElement action)
    {
        var title = action.Text("title") ?? string.Empty;
        if (title.Length is 0 or >= Rule.SummaryLimit)
        {
            problems.Add(where, $"has a title of {title.Length} characters; 1 to {Rule.SummaryLimit - 1} are needed");
        }

        return title;
    }

    private Indicator StaticIndicator(string where, JsonElement action)
    {
        if (Priorities.ToIndicator(action.Text("priority")) is { } indicator)
        {
            return indicator;
        }

        problems.Add(where, $"has the priority '{action.Text("priority")}'; routine, urgent, asap or stat is needed");
        return Indicator.Warning;
    }

    private List<Coding> OverrideReasons(string where, JsonElement action)
    {
        List<Coding> reasons = [];
        foreach (var extension in action.Items("extension").Where(extension => extension.Text("url") == OverrideReason))
        {
            var reason = (extension.Child("valueCoding") ?? default).AsCoding();
            if ((reason is null ? "has an override reason without system or code" : codeSystems.Fault(reason)) is { } fault)
            {
                problems.Add(where, fault);
            }
            else
            {
                reasons.Add(reason!);
            }
        }

        return reasons;
    }

    private List<Documentation> Sources(string where, JsonElement action)
    {
        List<Documentation> sources = [];
        foreach (var item in action.Items("documentation"))
        {
            var address = item.Text("url");
            Uri? url = null;
            if (address is not null && (!Uri.TryCreate(address, UriKind.Absolute, out url) || url.Scheme != Uri.UriSchemeHttps))
            {
                problems.Add(where, $"has documentation at '{address}', which is no absolute https address");
            }

            sources.Add(new Documentation(item.Text("label") ?? string.Empty, item.Text("display"), url));
        }

        if (sources.Exists(source => source.Label.Length == 0))
        {
            problems.Add(where, "has documentation without label");
        }

        // A card must name a source; a rule that rests on nothing but this project's decision names the plan it belongs to.
        return sources.Count > 0 ? sources : [new Documentation(planTitle, null, null)];
    }

    // CDS Hooks knows two behaviours, R4 six: those that allow several become any (as clinical-reasoning's mapping should).
    private static SelectionBehavior Behavior(JsonElement action)
        => action.Text("selectionBehavior") is "at-most-one" or "exactly-one" ? SelectionBehavior.AtMostOne : SelectionBehavior.Any;
}
