using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Server.CdsHooks.Intake;

namespace FhirNaltrexone.Server.CdsHooks.Calls;

/// <summary>
/// Answers to clients that may lack records for want of a consent. Advice on part of a record must not look complete, and must not tell by its presence
/// or its words that anything was left out: both depend on what the client may see, and on nothing else.
/// </summary>
internal static class WithheldData
{
    private const string DataIncomplete = "DQ-01";
    private const string Summary = "Records that need the patient's consent may be missing: do not rely on this advice alone";

    private const string Detail =
        """
        What needs the patient's consent is used here only with one, and no consent on file lets this system see all of it. Whether there are such records is not said. They would be about opioids, methadone, buprenorphine, naltrexone, or treatment of substance use.

        - Ask the patient about opioids, opioid or alcohol use disorder and its treatment, and naltrexone.
        - Check the prescription drug monitoring programme (PDMP). What an opioid treatment programme gives is often not in it.
        - Ask the patient for consent to share these records, and have it stored.
        - In an emergency the glass cannot be broken for this advice. Look into the records themselves, or call the treatment programme: it may tell without consent in a medical emergency (42 CFR 2.51).
        """;

    /// <summary>Ends every card but the notice itself.</summary>
    public const string Sentence = "Records that need the patient's consent may be missing: what this card says is absent may exist.";

    /// <summary>
    /// Lets the rules speak as if no type had been read completely, for any of them may lack records. A service that has no word even then is not
    /// concerned; every other one gets the notice, in the same words always. What could not be read is told as it would be to anybody.
    /// </summary>
    public static IReadOnlyList<Finding> Evaluate(ICdsService service, HookRequest request, ChartReading reading, DateTimeOffset now)
    {
        var findings = service.Evaluate(request.Hook, reading.Chart with { UnreadResourceTypes = reading.Queried }, now);
        if (findings.Count == 0) return findings;
        var read = findings.Any(IsAboutReading) ? service.Evaluate(request.Hook, reading.Chart, now, DataIncomplete) : [];
        return [Notice(service, request), .. findings.Where(finding => !IsAboutReading(finding)), .. read];
    }

    private static bool IsAboutReading(Finding finding) => finding.Rule.Code == DataIncomplete;

    private static Finding Notice(ICdsService service, HookRequest request) => new(
        StableId.Of(request.HookInstance, service.Id, ServiceTopics.RecordsMayBeMissing.Code, Summary, Detail),
        ServiceTopics.RecordsMayBeMissing, Indicator.Warning, Summary, Detail, [], SelectionBehavior.Any, [],
        [new Documentation("Consents of the patient", null, null)], Evaluated: true, FailureReason: null);
}
