using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Storage.Snoozes;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>
/// Leaves away cards that are no more urgent than one a clinician has overridden for this patient, and remembers those it lets pass, so that an
/// override of them is understood. When the database does not answer, every card is shown.
/// </summary>
internal sealed class SnoozedRules(CardOptions options, Snoozes snoozes, CdsHooksMetrics metrics) : ICardPolicy
{
    public ValueTask<IReadOnlyList<Finding>> ApplyAsync(CardCall call, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
        => findings.Any(MaySnooze) ? HideAsync(call, findings, cancellationToken) : new(findings);

    private async ValueTask<IReadOnlyList<Finding>> HideAsync(CardCall call, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        if (await snoozes.FindAsync(call, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return findings;
        }

        var shown = Remaining.Of(
            findings,
            finding => MaySnooze(finding) && found.Any(snooze => Silences(snooze, finding, call.Now)),
            finding => metrics.Withheld(finding, "snoozed"));
        await snoozes.RememberAsync(call, shown.Where(MaySnooze), cancellationToken).ConfigureAwait(false);
        return shown;
    }

    private bool MaySnooze(Finding finding) => !Untouchable.Holds(finding) && options.SnoozeOf(finding.Rule.Code) > TimeSpan.Zero;

    /// <summary>Asks the present setting as well: a site that shortens it means what is snoozed already too.</summary>
    private bool Silences(Snooze snooze, Finding finding, DateTimeOffset now)
        => snooze.Subject.Rule == finding.Rule.Code
            && snooze.Severity >= (int)finding.Indicator
            && now >= snooze.Since
            && now < snooze.Since + options.SnoozeOf(finding.Rule.Code);
}
