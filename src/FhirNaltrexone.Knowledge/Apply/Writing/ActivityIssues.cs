using System.Text.Json.Nodes;

namespace FhirNaltrexone.Knowledge.Apply.Writing;

/// <summary>Lets a draft that stands alone carry its issues: what is contained must be referred to, and each type has another place for it.</summary>
internal static class ActivityIssues
{
    private const string Id = "issues";

    public static void AddTo(JsonObject draft, IReadOnlyList<ApplyIssue> issues)
    {
        draft.Insert(1, "contained", new JsonArray(OutcomeWriter.Write(Id, issues)));
        var reference = JsonCopies.Reference($"#{Id}");
        switch (draft["resourceType"]!.GetValue<string>())
        {
            case "MedicationRequest":
                draft.AddTo("supportingInformation", reference);
                break;
            case "Task":
                draft.AddTo("input", new JsonObject { ["type"] = new JsonObject { ["text"] = "issues of applying" }, ["valueReference"] = reference });
                break;
            case "CommunicationRequest":
                draft.AddTo("about", reference);
                break;
            default:
                draft.AddTo("supportingInfo", reference);
                break;
        }
    }
}
