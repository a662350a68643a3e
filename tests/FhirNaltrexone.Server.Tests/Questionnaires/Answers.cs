namespace FhirNaltrexone.Server.Tests.Questionnaires;

/// <summary>Answered forms of the patient <c>qqown</c>, of 22 November 2026, 8:15.</summary>
internal static class Answers
{
    private const string Base = "https://fhirnaltrexone.example.org/fhir/Questionnaire/";

    private static readonly string[] Signs = ["pulse", "sweating", "restlessness", "pupils", "aches", "nose-and-eyes", "gut", "tremor", "yawning", "anxiety", "gooseflesh"];

    /// <summary>The withdrawal scale with the grade of each sign.</summary>
    public static string Cows(params int[] grades) => Response($"{Base}cows", [
        .. Signs.Zip(grades, (sign, grade) => Item(sign, $$"""
            "valueCoding":{"system":"https://fhirnaltrexone.example.org/fhir/CodeSystem/withdrawal-scale","code":"{{sign}}-{{grade}}"}
            """)),
        Item("total", $"\"valueInteger\":{grades.Sum()}")]);

    /// <summary>The candidate assessment with some items.</summary>
    public static string Candidate(params string[] items) => Response($"{Base}candidate-assessment", items);

    /// <summary>A response.</summary>
    public static string Response(string questionnaire, params string[] items) => $$"""
        {"resourceType":"QuestionnaireResponse","id":"qqown-answers","questionnaire":"{{questionnaire}}","status":"completed","subject":{"reference":"Patient/qqown"},
         "authored":"2026-11-22T08:15:00-05:00","item":[{{string.Join(',', items)}}]}
        """;

    /// <summary>An item with one answer.</summary>
    public static string Item(string linkId, string value) => $$"""{"linkId":"{{linkId}}","answer":[{ {{value.Trim()}} }]}""";
}
