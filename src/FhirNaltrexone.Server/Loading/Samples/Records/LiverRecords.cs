using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Loading.Samples.Courses;
using FhirNaltrexone.Server.Loading.Samples.Model;
using static FhirNaltrexone.Server.Loading.Samples.Records.Element;

namespace FhirNaltrexone.Server.Loading.Samples.Records;

/// <summary>Writes hepatic panels: a report with its results.</summary>
internal static class LiverRecords
{
    private const decimal Percent = 0.01m;
    private const decimal Tenth = 0.1m;

    public static void Write(PatientFile file)
    {
        var usesKatal = file.Dice.Happens("liver.katal");
        var alkaline = file.Dice.Draw("liver.alkaline");
        foreach (var panel in file.Course.LiverPanels)
        {
            Panel(file, panel, usesKatal, alkaline);
        }
    }

    private static void Panel(PatientFile file, LiverPanel panel, bool usesKatal, int alkaline)
    {
        var analytes = file.Dice.Model.Analytes;
        var (alt, ast) = usesKatal ? (analytes["altKatal"], analytes["astKatal"]) : (analytes["alt"], analytes["ast"]);
        string[] results =
        [
            Result(file, panel, usesKatal, alt, alt.High * panel.AltPercent * Percent),
            Result(file, panel, usesKatal, ast, ast.High * panel.AstPercent * Percent),
            Result(file, panel, usesKatal, analytes["bilirubin"], file.Dice.Draw("liver.bilirubin") * Tenth),
            Result(file, panel, usesKatal, analytes["alkalinePhosphatase"], alkaline),
            Result(file, panel, usesKatal, analytes["albumin"], file.Dice.Draw("liver.albumin") * Tenth),
        ];
        file.Add("DiagnosticReport", "hepatic-panel", Report(file, panel, usesKatal, results));
    }

    private static JsonObject Report(PatientFile file, LiverPanel panel, bool usesKatal, string[] results) => new()
    {
        ["status"] = "final",
        ["category"] = new JsonArray(Code("v2-0074", "LAB")),
        ["code"] = file.Concept("hepaticPanel"),
        ["subject"] = Reference(file.Patient),
        ["effectiveDateTime"] = Instant(panel.When),
        ["performer"] = References(Staff.Laboratory(usesKatal)),
        ["result"] = References(results),
    };

    private static string Result(PatientFile file, LiverPanel panel, bool usesKatal, SampleAnalyte analyte, decimal value)
    {
        var rounded = Math.Round(value, analyte.Digits, MidpointRounding.AwayFromZero);
        var observation = ObservationRecords.New(file, "laboratory", analyte.Concept, panel.When);
        observation["performer"] = References(Staff.Laboratory(usesKatal));
        observation["valueQuantity"] = Quantity(rounded, analyte.Unit);
        observation["interpretation"] = new JsonArray(Code("v3-ObservationInterpretation", Interpretation(analyte, rounded)));
        observation["referenceRange"] = new JsonArray(new JsonObject
        {
            ["low"] = Quantity(analyte.Low, analyte.Unit),
            ["high"] = Quantity(analyte.High, analyte.Unit),
        });
        return file.Add("Observation", "liver", observation);
    }

    private static string Interpretation(SampleAnalyte analyte, decimal value)
        => value > analyte.High ? "H" : value < analyte.Low ? "L" : "N";
}
