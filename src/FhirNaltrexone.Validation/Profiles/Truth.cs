namespace FhirNaltrexone.Validation.Profiles;

/// <summary>Joins answers of which some may not be known.</summary>
internal static class Truth
{
    /// <summary>Whether one is true; null when none is but one is not known. Stops where the answer is clear.</summary>
    public static bool? Any(IEnumerable<bool?> answers)
    {
        bool? all = false;
        foreach (var answer in answers)
        {
            if (answer == true) return true;
            if (answer is null) all = null;
        }

        return all;
    }

    /// <summary>Whether each is true; null when none is false but one is not known. Stops where the answer is clear.</summary>
    public static bool? All(IEnumerable<bool?> answers) => !Any(answers.Select(answer => !answer));
}
