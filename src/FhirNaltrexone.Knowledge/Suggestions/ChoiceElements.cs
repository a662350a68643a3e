namespace FhirNaltrexone.Knowledge.Suggestions;

/// <summary>The choice elements of R4 that suggestions may set: at most one of each group may be present.</summary>
internal static class ChoiceElements
{
    private static readonly string[][] Groups =
    [
        ["boundsDuration", "boundsRange", "boundsPeriod"],
        ["doseRange", "doseQuantity"],
        ["rateRatio", "rateRange", "rateQuantity"],
        ["asNeededBoolean", "asNeededCodeableConcept"],
        ["occurrenceDateTime", "occurrencePeriod", "occurrenceTiming"],
        ["medicationCodeableConcept", "medicationReference"],
    ];

    /// <summary>Whether two different names belong to the same choice element.</summary>
    public static bool SameChoice(string left, string right)
    {
        foreach (var group in Groups)
        {
            if (Array.IndexOf(group, left) >= 0 && Array.IndexOf(group, right) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
