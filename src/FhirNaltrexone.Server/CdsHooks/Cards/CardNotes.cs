using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.CdsHooks.Cards;

/// <summary>What every card of an answer says besides, at the end of its detail, where a clinician reads it.</summary>
internal static class CardNotes
{
    /// <summary>Adds notes to all cards that rest on records: the notice that records may be missing rests on none.</summary>
    public static IReadOnlyList<Finding> Add(IReadOnlyList<Finding> findings, IReadOnlyList<string> notes)
        => notes.Count == 0 ? findings : [.. findings.Select(finding => RestsOnRecords(finding) ? finding with { Detail = Add(finding.Detail, notes) } : finding)];

    /// <summary>Whether a card is made of records.</summary>
    public static bool RestsOnRecords(Finding finding) => finding.Rule != ServiceTopics.RecordsMayBeMissing;

    private static string Add(string? detail, IReadOnlyList<string> notes) => string.Join("\n\n", string.IsNullOrEmpty(detail) ? notes : [detail, .. notes]);
}
