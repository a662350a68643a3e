using System.Text.Json;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Suggestions;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>Reads the actions below a rule as suggestions.</summary>
internal sealed class SuggestionReader(Artifacts artifacts, ProblemList problems)
{
    private const string ActionType = "http://terminology.hl7.org/CodeSystem/action-type";

    /// <summary>Reads one suggestion; null, with the problems noted, when it cannot be used.</summary>
    public SuggestionPlan? Read(string where, JsonElement action, DefineScope scope)
    {
        // A parent without type groups several steps; otherwise the action is the one step itself.
        var isGroup = action.Child("type") is null && action.Items("action").Any();
        var label = Label(where, action);
        var conditions = ActionReader.Conditions(where, action, scope, problems);
        var steps = isGroup
            ? action.Items("action").Select((child, i) => ReadStep($"{where} action[{i}]", child, scope)).ToList()
            : [ReadStep(where, action, scope)];
        return steps.Contains(null) ? null : new SuggestionPlan(label, conditions, steps!);
    }

    private string Label(string where, JsonElement action)
    {
        if ((action.Text("title") ?? action.Text("description")) is { Length: > 0 } label)
        {
            return label;
        }

        problems.Add(where, "has neither title nor description");
        return string.Empty;
    }

    private SuggestionStep? ReadStep(string where, JsonElement action, DefineScope scope)
    {
        var description = action.Text("description") ?? Label(where, action);
        var type = (action.Child("type") ?? default).FirstCoding();
        switch (type?.System == ActionType ? type.Code : null)
        {
            case "remove":
                CheckNoChanges(where, action);
                return Targets(where, action, scope) is { } removed ? new RemoveStep(description, removed) : null;
            case "update":
                return ReadUpdate(where, action, scope, description);
            case "create":
                return ReadCreate(where, action, scope, description);
            default:
                problems.Add(where, $"has the type '{type?.Code}'; create, update or remove of {ActionType} is needed");
                return null;
        }
    }

    private UpdateStep? ReadUpdate(string where, JsonElement action, DefineScope scope, string description)
    {
        // Which type is updated is known only at run time. Lists are told by the names of MedicationRequest, the one type rules update.
        var changes = Changes(where, action, scope, "MedicationRequest");
        if (changes.Length == 0)
        {
            problems.Add(where, "updates nothing");
        }

        return Targets(where, action, scope) is { } targets ? new UpdateStep(description, targets, changes) : null;
    }

    private CreateStep? ReadCreate(string where, JsonElement action, DefineScope scope, string description)
    {
        var canonical = action.Text("definitionCanonical");
        if (artifacts.Resolve(canonical, "ActivityDefinition") is not { } definition)
        {
            problems.Add(where, $"creates from '{canonical}', which is no ActivityDefinition of the content set");
            return null;
        }

        var template = ActivityTemplate.Build(canonical!.Split('|')[0], definition, problems);
        return template is null
            ? null
            : new CreateStep(description, template.Resource, template.Subject, Changes(where, action, scope, template.Kind));
    }

    private CqlDefine? Targets(string where, JsonElement action, DefineScope scope)
    {
        var target = action.Items("dynamicValue").Where(value => value.Text("path") == "action.resource").ToList();
        if (target.Count == 1)
        {
            return Expressions.DefineName(target[0], where, problems) is { } name ? scope.Targets(where, name) : null;
        }

        problems.Add(where, $"has {target.Count} dynamicValues for action.resource; exactly one is needed");
        return null;
    }

    private void CheckNoChanges(string where, JsonElement action)
    {
        if (action.Items("dynamicValue").Any(value => value.Text("path") != "action.resource"))
        {
            problems.Add(where, "removes a resource and changes it");
        }
    }

    private DynamicChange[] Changes(string where, JsonElement action, DefineScope scope, string kind)
    {
        List<DynamicChange> changes = [];
        foreach (var value in action.Items("dynamicValue").Where(value => value.Text("path") != "action.resource"))
        {
            var path = ElementPath.Parse(kind, value.Text("path") ?? string.Empty);
            if (path is null)
            {
                problems.Add(where, $"has the path '{value.Text("path")}', which is no plain path of element names");
            }
            else if (Expressions.DefineName(value, where, problems) is { } name && scope.Value(where, name) is { } define)
            {
                changes.Add(new DynamicChange(path, define));
            }
        }

        return [.. changes];
    }
}
