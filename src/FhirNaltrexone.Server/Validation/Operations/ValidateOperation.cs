using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Validation.Operations;

/// <summary>
/// <c>$validate</c> (FHIR R4, Resource-validate). Whatever is found, the status is 200: it tells that the validation was done. Only what cannot be
/// validated is refused.
/// </summary>
internal sealed class ValidateOperation(
    ResourceValidation validation, CurrentValidator validator, StoredProfiles profiles, StoredQuestionnaires questionnaires, ResourceInteractions interactions,
    IEnumerable<WriteCheck> checks, IOptions<ValidationOptions> options)
{
    private static readonly Issue Valid = new(IssueCodes.Informational, "The resource is valid.") { Severity = IssueSeverity.Information };

    private static readonly Issue Deletable = new(IssueCodes.Informational, "The resource can be deleted.") { Severity = IssueSeverity.Information };

    private static readonly Issue Fixed = new(IssueCodes.Forbidden, "This is content of the service: it can neither be changed nor deleted.");

    /// <summary>The operation.</summary>
    public FhirOperation Operation => new()
    {
        Name = "validate",
        Definition = "http://hl7.org/fhir/OperationDefinition/Resource-validate",
        Levels = OperationLevels.Type | OperationLevels.Instance,
        TakesAnyStructure = true,
        Handler = AnswerAsync,
    };

    private async Task<FhirAnswer> AnswerAsync(OperationCall call, CancellationToken cancellationToken)
    {
        if (!ValidateInput.TryRead(call, options.Value.MaxProfiles, out var input, out var refusal)) return FhirAnswer.Refused(refusal);
        if (Unfit(call, input) is { } unfit) return FhirAnswer.Refused(unfit);
        var given = input.Mode == "delete" ? null : input.Content;
        if (given is not null && (input.Mode != "update" || call.Id is null)) return await ValidateAsync(given, call, input, cancellationToken).ConfigureAwait(false);
        var read = await interactions.ReadAsync(new(call.Type!, call.Id!), new(), cancellationToken).ConfigureAwait(false);
        if (input.Mode is "update" or "delete" && read.Resource is { IsPublished: true }) return FhirAnswer.Of(new OutcomeBody([Fixed]));
        if (given is not null) return await ValidateAsync(given, call, input, cancellationToken).ConfigureAwait(false);
        if (read.Refusal is { } missing) return FhirAnswer.Refused(missing);
        if (input.Mode == "delete") return FhirAnswer.Of(new OutcomeBody([Deletable]));
        var reading = ContentReader.Unchecked(read.Resource!.Json, isXml: false);
        return reading.Content is { } stored
            ? await ValidateAsync(stored, call, input, cancellationToken).ConfigureAwait(false)
            : FhirAnswer.Refused(new Refusal(422, reading.Issues));
    }

    /// <summary>What the rules for storing a type say of it, besides those that hold for all types, which are validation itself.</summary>
    private IEnumerable<Issue> Storing(ResourceContent content)
        => checks.Where(check => check.Type == content.Type).Select(check => check.Check(content)).SelectMany(verdict => verdict.Refusal?.Issues ?? verdict.Issues);

    private static Refusal? Unfit(OperationCall call, ValidateInput input)
    {
        if (input.Content is { } resource && resource.Type != call.Type)
            return new(400, IssueCodes.Value, $"The address is that of {call.Type}, the resource is of another type.", "resourceType");
        if (input.Mode is "delete" or "profile" && call.Id is null)
            return new(400, IssueCodes.Required, $"The mode {input.Mode} concerns a stored resource: call $validate at its address.");
        if (input.Mode == "profile" && (input.Content is not null || input.Profiles.Count == 0))
            return new(400, IssueCodes.Required, "The mode profile checks the stored resource against a profile: name the profile, and send no resource.");
        return input.Content is null && call.Id is null
            ? new(400, IssueCodes.Required, "There is nothing to validate: send a resource, or Parameters with a parameter named resource.")
            : null;
    }

    private async Task<FhirAnswer> ValidateAsync(ResourceContent content, OperationCall call, ValidateInput input, CancellationToken cancellationToken)
    {
        var (stored, tooMany) = await profiles.FindAsync([.. input.Profiles, .. NamedDefinitions.Of(content.Root)], cancellationToken).ConfigureAwait(false);
        if (tooMany is not null) return FhirAnswer.Refused(tooMany);
        var mode = input.Mode switch
        {
            "create" => ValidationMode.Create,
            "update" => ValidationMode.Update,
            _ => ValidationMode.Any,
        };
        var questionnaire = await questionnaires.OfAsync(content, cancellationToken).ConfigureAwait(false);
        var result = validation.Validate(validator.With(stored), content, input.Profiles, mode, questionnaire);
        if (!result.IsDone) return FhirAnswer.Refused(new Refusal(422, result.Issues));
        IReadOnlyList<Issue> told = mode == ValidationMode.Any ? result.Issues : [.. result.Issues, .. Storing(content)];
        IReadOnlyList<Issue> issues = mode == ValidationMode.Update && call.Id is { } id && content.Id is { } other && other != id
            ? [new Issue(IssueCodes.Value, "The id is not the one of the address.", $"{content.Type}.id"), .. told]
            : told;
        return FhirAnswer.Of(new OutcomeBody(issues.Count > 0 ? issues : [Valid]));
    }
}
