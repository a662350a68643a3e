using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Libraries;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Reasoning.Evaluation;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Reasoning.Requirements;

/// <summary><c>$data-requirements</c> of libraries and plans (FHIR R4): what they read, as a Library of type module-definition.</summary>
internal sealed class DataRequirementsOperation(ContentSet content, OwnLibraries libraries, IResourceStore store)
{
    private const string Definitions = "http://hl7.org/fhir/OperationDefinition/";

    /// <summary>The operation on libraries; at system level <c>target</c> names the artifact.</summary>
    public FhirOperation OfLibrary => new()
    {
        Name = "data-requirements",
        Definition = $"{Definitions}Library-data-requirements",
        Levels = OperationLevels.System | OperationLevels.Instance,
        Types = ["Library"],
        Handler = (call, cancellationToken) => call.Id is null ? TargetAsync(call) : LibraryAsync(call, cancellationToken),
    };

    /// <summary>The operation on plans.</summary>
    public FhirOperation OfPlan => new()
    {
        Name = "data-requirements",
        Definition = $"{Definitions}PlanDefinition-data-requirements",
        Levels = OperationLevels.Instance,
        Types = ["PlanDefinition"],
        Handler = PlanAsync,
    };

    private async Task<FhirAnswer> LibraryAsync(OperationCall call, CancellationToken cancellationToken)
    {
        if (Refuse(new CallInput(call, [])) is { } refusal) return refusal;
        var found = await libraries.WithIdAsync(call.Id!, cancellationToken).ConfigureAwait(false);
        return found.Value is { } library ? Answer(library) : FhirAnswer.Refused(found.Refusal!);
    }

    private async Task<FhirAnswer> PlanAsync(OperationCall call, CancellationToken cancellationToken)
    {
        if (Refuse(new CallInput(call, [])) is { } refusal) return refusal;
        var stored = await store.ReadAsync(new("PlanDefinition", call.Id!), cancellationToken).ConfigureAwait(false);
        if (stored is { IsDeleted: false })
        {
            using var document = JsonDocument.Parse(stored.Json);
            return Answer(document.RootElement);
        }

        return Own(call.Id!) is { } own ? Answer(own) : FhirAnswer.Refused(404, IssueCodes.NotFound, "There is no PlanDefinition with this id.");
    }

    private Task<FhirAnswer> TargetAsync(OperationCall call)
    {
        var input = new CallInput(call, ["target"]);
        if (input.Text("target") is not { } target)
        {
            if (input.Issues.Count == 0) input.Fail("target", "Name the artifact: target is the canonical of a Library or PlanDefinition.", IssueCodes.Required);
            return Task.FromResult(Refuse(input)!);
        }

        return Task.FromResult(Refuse(input)
            ?? (content.Libraries.Find(target) is { } library ? Answer(library)
                : content.Find("PlanDefinition", target) is { } plan ? Answer(plan)
                : FhirAnswer.Refused(new Refusal(404, IssueCodes.NotFound, "No Library or PlanDefinition of this service has this url (and version).", "target"))));
    }

    private FhirAnswer Answer(KnowledgeLibrary library)
    {
        var module = new ModuleDefinition(content);
        module.Read(library.DataRequirements);
        module.Use(library, hasResults: true);
        return Answer(module, library.Resource);
    }

    private FhirAnswer Answer(JsonElement plan)
    {
        var module = new ModuleDefinition(content);
        return new PlanReading(content, module).Read(plan) is { } refusal ? FhirAnswer.Refused(refusal) : Answer(module, plan);
    }

    private static FhirAnswer Answer(ModuleDefinition module, JsonElement source)
        => FhirAnswer.Of(new ResourceBody(JsonSerializer.SerializeToUtf8Bytes(module.Write(source))));

    private static FhirAnswer? Refuse(CallInput input) => input.Refusal is { } refusal ? FhirAnswer.Refused(refusal) : null;

    private JsonElement? Own(string id)
    {
        foreach (var plan in content.All("PlanDefinition"))
        {
            if (plan.TryGetProperty("id", out var own) && own.ValueEquals(id)) return plan;
        }

        return null;
    }
}
