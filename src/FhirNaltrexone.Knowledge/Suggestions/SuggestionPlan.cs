using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Evaluation;

namespace FhirNaltrexone.Knowledge.Suggestions;

/// <summary>A suggestion as the PlanDefinition writes it, before it meets the drafts of a call.</summary>
internal sealed class SuggestionPlan(string label, CqlDefine[] conditions, IReadOnlyList<SuggestionStep> steps)
{
    // Clients carry the steps out in the order delete, create, update; OrderBy is stable, so the author's order holds within each.
    private readonly SuggestionStep[] _steps = [.. steps.OrderBy(step => step.Type)];

    public IEnumerable<CqlDefine> Defines => [.. conditions, .. _steps.SelectMany(step => step.Defines)];

    /// <summary>The suggestion for this call; null when its conditions are not met or one of its steps has nothing to work on.</summary>
    public Suggestion? Resolve(RuleCall call)
    {
        if (call.AllTrue(conditions) is not true)
        {
            return null;
        }

        var actions = new List<SuggestedAction>();
        foreach (var step in _steps)
        {
            // The steps belong together: a suggestion that does half of what its label says would mislead.
            if (!step.AddTo(actions, call))
            {
                return null;
            }
        }

        return new Suggestion(Id(call, actions), label, actions);
    }

    private Guid Id(RuleCall call, List<SuggestedAction> actions)
    {
        var id = call.Id("suggestion", label);
        foreach (var action in actions)
        {
            id = StableId.Of([id.ToString(), action.Type.ToString(), action.ResourceId], action.Resource.Span);
        }

        return id;
    }
}
