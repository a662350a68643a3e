using System.Text;
using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.Tests.Support;

internal static class Findings
{
    public static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    public static Finding Simple(string summary = "Something to think about") => new(
        Id,
        new Coding("https://fhirnaltrexone.example.org/fhir/CodeSystem/naltrexone-rules", "PW-01", "Current opioid"),
        Indicator.Warning,
        summary,
        null,
        [],
        SelectionBehavior.Any,
        [],
        [new Documentation("Label", null, null)],
        true,
        null);

    public static Finding Full() => Simple() with
    {
        Detail = "**Stop** < 7 days & \"more\"",
        Indicator = Indicator.Critical,
        SelectionBehavior = SelectionBehavior.AtMostOne,
        Suggestions =
        [
            new(new("7c9e6679-7425-40de-944b-e07fc1f90ae7"), "Remove the order",
                [new(SuggestedActionType.Delete, "Remove it", "MedicationRequest/draft", default)]),
            new(new("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "Order a test",
                [new(SuggestedActionType.Create, "Order it", null, Encoding.UTF8.GetBytes("""{"resourceType":"ServiceRequest","status":"draft"}"""))]),
        ],
        OverrideReasons = [new("https://example.org/reasons", "other", "Something else")],
        Documentation =
        [
            new("Drug label", "Vivitrol, section 5.3", new Uri("https://dailymed.example.org/label")),
            new("Guideline", null, new Uri("https://guideline.example.org/")),
            new("Project decision", null, null),
        ],
    };
}
