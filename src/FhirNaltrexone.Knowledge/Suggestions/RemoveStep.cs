using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Evaluation;

namespace FhirNaltrexone.Knowledge.Suggestions;

/// <summary>Takes the drafts away that a define names.</summary>
internal sealed class RemoveStep(string description, CqlDefine targets) : SuggestionStep(description)
{
    public override SuggestedActionType Type => SuggestedActionType.Delete;

    public override IEnumerable<CqlDefine> Defines => [targets];

    public override bool AddTo(List<SuggestedAction> actions, RuleCall call)
    {
        var before = actions.Count;
        foreach (var (reference, _) in Drafts.Named(call, targets))
        {
            actions.Add(new SuggestedAction(Type, Description, reference, default));
        }

        return actions.Count > before;
    }
}
