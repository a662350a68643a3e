using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Evaluation;

namespace FhirNaltrexone.Knowledge.Suggestions;

/// <summary>One step of a suggestion: create, update or remove.</summary>
internal abstract class SuggestionStep(string description)
{
    public abstract SuggestedActionType Type { get; }

    public abstract IEnumerable<CqlDefine> Defines { get; }

    protected string Description => description;

    /// <summary>Adds the card actions of this step; false when there is nothing it could act on.</summary>
    public abstract bool AddTo(List<SuggestedAction> actions, RuleCall call);
}
