using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Evaluation;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>The card that says what was held back.</summary>
internal static class HeldBack
{
    /// <summary>Makes the card.</summary>
    public static Finding Card(CardCall call, int maximum, IReadOnlyList<Finding> held)
    {
        var detail = string.Join(
            '\n', held.Select(finding => $"- {finding.Rule.Code} {finding.Rule.Display} ({finding.Indicator.ToString().ToLowerInvariant()})"));
        return new Finding(
            StableId.Of(call.Request.HookInstance, call.Service, ServiceTopics.CardsHeldBack.Code, detail),
            ServiceTopics.CardsHeldBack,
            Indicator.Info,
            held.Count == 1
                ? $"1 further card was held back: this site shows at most {maximum}"
                : $"{held.Count} further cards were held back: this site shows at most {maximum}",
            detail,
            [],
            SelectionBehavior.Any,
            [],
            [new Documentation("Card limit of this site", null, null)],
            Evaluated: true,
            FailureReason: null);
    }
}
