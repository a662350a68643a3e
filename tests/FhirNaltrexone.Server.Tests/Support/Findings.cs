using System.Text;
using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.Tests.Support;

internal static class Findings
{
    public static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    /// <summary>Codes of the rules that tests speak of.</summary>
    public static readonly IReadOnlyList<Coding> Rules = [.. new[] { "PW-01", "PW-16", "HT-03", "AD-02", "DQ-01", "DQ-03" }.Select(Code)];

    /// <summary>A finding of a rule, told from others by its id.</summary>
    public static Finding Of(string rule, Indicator indicator, bool evaluated = true, int number = 0) => Simple() with
    {
        Id = new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, (byte)indicator]),
        Rule = Code(rule),
        Indicator = indicator,
        Evaluated = evaluated,
    };

    private static Coding Code(string rule) => new("https://fhirnaltrexone.example.org/fhir/CodeSystem/naltrexone-rules", rule, $"Rule {rule}");

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
