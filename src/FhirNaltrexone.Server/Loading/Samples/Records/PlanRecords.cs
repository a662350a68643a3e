using System.Text.Json.Nodes;
using static FhirNaltrexone.Server.Loading.Samples.Records.Element;

namespace FhirNaltrexone.Server.Loading.Samples.Records;

/// <summary>Writes goal, plan, counselling, and who recorded the first visit.</summary>
internal static class PlanRecords
{
    private static readonly string[] Activities = ["adherenceMonitoring", "counselling", "motivationalInterviewing", "supportGroup"];

    public static void Write(PatientFile file)
    {
        var goal = file.AddOnly("Goal", "goal", Goal(file));
        file.AddOnly("CarePlan", "plan", Plan(file, goal));
        if (file.Dice.Happens("therapy")) file.AddOnly("ServiceRequest", "therapy", Therapy(file));
        file.AddOnly("Provenance", "first-visit", Provenance(file, goal));
    }

    private static JsonObject Goal(PatientFile file)
    {
        var course = file.Course;
        var due = course.Start.AddDays(file.Dice.Model.Number("goal.days"));
        var (status, achievement) = course.Ended is null ? ("active", "in-progress")
            : course.Last >= due ? ("completed", "achieved") : ("cancelled", "not-achieved");
        return new()
        {
            ["lifecycleStatus"] = status,
            ["achievementStatus"] = Code("goal-achievement", achievement),
            ["category"] = new JsonArray(Code("goal-category", "behavioral")),
            ["description"] = Text("Six months of treatment without opioids"),
            ["subject"] = Reference(file.Patient),
            ["startDate"] = Date(course.Start),
            ["target"] = new JsonArray(new JsonObject { ["dueDate"] = Date(due) }),
            ["addresses"] = References(file.Condition),
        };
    }

    private static JsonObject Plan(PatientFile file, string goal)
    {
        var ended = file.Course.Ended;
        return new()
        {
            ["status"] = ended is null ? "active" : "revoked",
            ["intent"] = "plan",
            ["category"] = new JsonArray(file.Concept("relapsePrevention")),
            ["subject"] = Reference(file.Patient),
            ["period"] = Period(file.Course.Intake, ended?.When),
            ["author"] = Reference(file.Practitioner),
            ["addresses"] = References(file.Condition),
            ["goal"] = References(goal),
            ["activity"] = new JsonArray([.. Activities.Select(name => Activity(file, name, ended is not null))]),
        };
    }

    private static JsonObject Activity(PatientFile file, string concept, bool hasEnded) => new()
    {
        ["detail"] = new JsonObject { ["code"] = file.Concept(concept), ["status"] = hasEnded ? "stopped" : "in-progress" },
    };

    private static JsonObject Therapy(PatientFile file) => new()
    {
        ["status"] = file.Course.Ended is null ? "active" : "completed",
        ["intent"] = "order",
        ["code"] = file.Concept("behaviouralTherapy"),
        ["subject"] = Reference(file.Patient),
        ["authoredOn"] = Instant(file.Course.Intake),
        ["requester"] = Reference(file.Practitioner),
        ["reasonReference"] = References(file.Condition),
    };

    private static JsonObject Provenance(PatientFile file, string goal) => new()
    {
        ["target"] = References(file.Patient, file.Condition, goal),
        ["recorded"] = Instant(file.Course.Intake),
        ["agent"] = new JsonArray(new JsonObject
        {
            ["type"] = Code("provenance-participant-type", "author"),
            ["who"] = Reference(file.Practitioner),
            ["onBehalfOf"] = Reference(Staff.Clinic),
        }),
    };
}
