using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Server.CdsHooks.Intake;

namespace FhirNaltrexone.Server.CdsHooks.Calls;

/// <summary>The card that says that something could not be used: an answer on withheld records must not look like an all-clear.</summary>
internal static class WithheldData
{
    private const string DataIncomplete = "DQ-01";
    private const string Summary = "Some information could not be used: advice incomplete";

    private const string Detail =
        "Records may be missing here because of the patient's consent or for want of one. Missing data is not a clear result: ask the patient and check by hand.";

    /// <summary>Adds the card, unless the rules say so already.</summary>
    public static IReadOnlyList<Finding> Tell(ICdsService service, HookRequest request, IReadOnlyList<Finding> findings)
    {
        if (findings.Any(finding => finding.Rule.Code == DataIncomplete)) return findings;
        var rule = service.Rules.First(rule => rule.Code == DataIncomplete);
        return
        [
            .. findings,
            new Finding(
                StableId.Of(request.HookInstance, service.Id, rule.Code, Summary, Detail), rule, Indicator.Warning, Summary, Detail, [], SelectionBehavior.Any, [],
                [new Documentation("Consents of the patient", null, null)], Evaluated: true, FailureReason: null),
        ];
    }
}
