using System.Text.Json;
using FhirNaltrexone.Knowledge.Apply.Dates;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge.Apply.Plans;

/// <summary>An action that applies, or of which nobody knows whether it does.</summary>
/// <param name="id">Id in the result.</param>
/// <param name="json">The action as the definition has it.</param>
/// <param name="plan">The plan it belongs to.</param>
internal sealed class PlannedAction(string id, JsonElement json, PlanInstance plan)
{
    /// <summary>What a dynamicValue of an action sets: an element of the action itself, or of its draft.</summary>
    /// <param name="dynamic">The dynamicValue.</param>
    public static (string Path, bool IsOfAction) Path(JsonElement dynamic)
    {
        const string Prefix = "action.";
        var path = (dynamic.Text("path") ?? "").TrimStart('%');
        return path.StartsWith(Prefix, StringComparison.Ordinal) ? (path[Prefix.Length..], true) : (path, false);
    }

    public string Id => id;

    public JsonElement Json => json;

    public PlanInstance Plan => plan;

    /// <summary>The events it applies at, or may, the one at which it is most urgent first; null stands for none.</summary>
    public required IReadOnlyList<string?> Hooks { get; init; }

    /// <summary>The event that its values are computed at.</summary>
    public string? Hook => Hooks[0];

    /// <summary>Conditions that could not be decided.</summary>
    public List<JsonElement> Undecided { get; } = [];

    public List<PlannedAction> Children { get; } = [];

    /// <summary>The ActivityDefinition or Questionnaire it names; null for none, and for a plan, whose actions are its children.</summary>
    public JsonElement? Definition { get; set; }

    /// <summary>The resources that it is about, which are there already; null when it makes one, or has none.</summary>
    public IReadOnlyList<ActionTarget>? Targets { get; init; }

    /// <summary>When it is due; null when that is not known or not said.</summary>
    public When? When { get; set; }

    /// <summary>How far finding its date has come.</summary>
    public DatingState Dating { get; set; }
}
