using System.Text.Json;
using FhirNaltrexone.Knowledge.Apply.Writing;
using FhirNaltrexone.Knowledge.Loading;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Knowledge.Apply;

/// <summary>Collects what the reader of a result must know, each once.</summary>
internal sealed class IssueList
{
    // A plan whose every action fails shall not grow without end.
    private const int Most = 500;

    private readonly List<ApplyIssue> _issues = [];

    public IssueList(IEnumerable<ApplyIssue> first) => _issues.AddRange(first);

    public IReadOnlyList<ApplyIssue> All => _issues;

    public void Add(string code, string text, string? expression)
    {
        var issue = new ApplyIssue(code, text, expression);
        if (_issues.Count > Most || _issues.Contains(issue)) return;
        _issues.Add(_issues.Count < Most ? issue : new(IssueCodes.Incomplete, $"There is more to tell than these {Most}. Mend them, and apply again.", null));
    }

    /// <summary>Adds why an action is not in the result.</summary>
    /// <param name="action">The action as the definition has it.</param>
    /// <param name="code">Code of FHIR R4 IssueType.</param>
    /// <param name="why">The rest of the text, with what to do.</param>
    public void AddLeftOut(JsonElement action, string code, string why)
    {
        var name = action.Text("title") ?? action.Text("id") ?? action.Text("description") ?? "without name";
        Add(code, $"The action '{(name.Length > 120 ? name[..120] : name)}' is left out: {why}", null);
    }

    /// <summary>Adds that a definition was withdrawn, if it was: those who apply it must know.</summary>
    /// <param name="definition">A PlanDefinition, ActivityDefinition or Questionnaire that is used.</param>
    public void AddIfRetired(JsonElement definition)
    {
        if (definition.Text("status") != "retired") return;
        var name = definition.Canonical() ?? definition.Text("id") ?? "without name";
        Add(IssueCodes.BusinessRule, $"The {definition.Text("resourceType")} {(name.Length > 300 ? name[..300] : name)} is retired: it was withdrawn from use. Please look for what has taken its place.", null);
    }

    /// <summary>Adds what is wrong with an action of the result.</summary>
    public void AddTo(string action, string code, string text) => Add(code, text, $"RequestGroup.descendants().where(id = '{action}')");
}
