using System.Text.Json;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Evaluation;

namespace FhirNaltrexone.Knowledge.Suggestions;

/// <summary>Adds a resource built from an ActivityDefinition: everything but the patient is known at load.</summary>
internal sealed class CreateStep(string description, JsonElement template, ElementPath subject, DynamicChange[] changes) : SuggestionStep(description)
{
    public override SuggestedActionType Type => SuggestedActionType.Create;

    public override IEnumerable<CqlDefine> Defines => changes.Select(change => change.Define);

    public override bool AddTo(List<SuggestedAction> actions, RuleCall call)
    {
        if (DynamicChange.Resolve(changes, call) is not { } resolved)
        {
            return false;
        }

        var reference = $"Patient/{call.Chart.PatientId}";
        resolved.Add(new ElementChange(subject, writer => writer.WriteStringValue(reference)));
        if (ResourceCopy.Write(template, resolved) is not { } resource)
        {
            return false;
        }

        actions.Add(new SuggestedAction(Type, Description, null, resource));
        return true;
    }
}
