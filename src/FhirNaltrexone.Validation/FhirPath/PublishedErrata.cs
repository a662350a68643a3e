namespace FhirNaltrexone.Validation.FhirPath;

/// <summary>Invariants of FHIR R4 (4.0.1) whose published expression says something else than the rule means, so that correct resources would break it.</summary>
internal static class PublishedErrata
{
    /// <summary>The expression as it is meant.</summary>
    /// <param name="expression">The expression as it was published.</param>
    public static string Correct(string expression) => expression switch
    {
        // que-7: an element of FHIR is never of a System type; R4B and later write the type of FHIR.
        "operator = 'exists' implies (answer is Boolean)" => "operator = 'exists' implies (answer is boolean)",

        // inv-1 of the extension substanceExposureRisk looks for elements of the AllergyIntolerance in the extension itself.
        "substanceExposureRisk.exists() and code.empty()" => "%resource.code.empty()",
        _ => expression,
    };
}
