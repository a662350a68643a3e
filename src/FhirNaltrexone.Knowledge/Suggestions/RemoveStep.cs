using System.Buffers;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Evaluation;

namespace FhirNaltrexone.Knowledge.Suggestions;

/// <summary>Takes the drafts away that a define names.</summary>
internal sealed class RemoveStep(string description, CqlDefine targets) : SuggestionStep(description)
{
    private const int MaxIdLength = 64;

    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");

    public override SuggestedActionType Type => SuggestedActionType.Delete;

    public override IEnumerable<CqlDefine> Defines => [targets];

    public override bool AddTo(List<SuggestedAction> actions, RuleCall call)
    {
        var before = actions.Count;
        foreach (var (reference, _) in Drafts.Named(call, targets))
        {
            if (!IsAddress(reference))
            {
                return false;
            }

            actions.Add(new SuggestedAction(Type, Description, reference, default));
        }

        return actions.Count > before;
    }

    /// <summary>Whether a client can find the draft again by it: the id is one of R4, or has the underscore that some servers use.</summary>
    private static bool IsAddress(string reference)
        => reference.Length - reference.IndexOf('/', StringComparison.Ordinal) - 1 is > 0 and <= MaxIdLength
            && !reference.AsSpan(reference.IndexOf('/', StringComparison.Ordinal) + 1).ContainsAnyExcept(IdCharacters);
}
