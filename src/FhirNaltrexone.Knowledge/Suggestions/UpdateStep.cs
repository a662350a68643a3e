using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Evaluation;

namespace FhirNaltrexone.Knowledge.Suggestions;

/// <summary>Changes elements of the drafts that a define names and leaves everything else in them alone.</summary>
internal sealed class UpdateStep(string description, CqlDefine targets, DynamicChange[] changes) : SuggestionStep(description)
{
    public override SuggestedActionType Type => SuggestedActionType.Update;

    public override IEnumerable<CqlDefine> Defines => [targets, .. changes.Select(change => change.Define)];

    public override bool AddTo(List<SuggestedAction> actions, RuleCall call)
    {
        if (DynamicChange.Resolve(changes, call) is not { } resolved)
        {
            return false;
        }

        var before = actions.Count;
        foreach (var (reference, draft) in Drafts.Named(call, targets))
        {
            if (ResourceCopy.Write(draft, resolved) is not { } copy)
            {
                call.Fail("update-contradicts-draft", targets);
                return false;
            }

            actions.Add(new SuggestedAction(Type, Description, reference, copy));
        }

        return actions.Count > before;
    }
}
