using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Terminology.Outside;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Server.Terminology.Operations;

/// <summary>What all operations of terminology have in common: the resource of the address, the terminology of the moment, and who is asked last.</summary>
internal sealed class OperationRunner(Func<TerminologyService> terminology, IResourceStore store, OutsideServer outside)
{
    /// <summary>Answers a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="facts">The operation.</param>
    /// <param name="work">Answers from the parameters, by the terminology known here.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FhirAnswer> AnswerAsync(
        OperationCall call, TerminologyOperation facts, Func<CallInput, TerminologyService, Result<JsonObject>> work, CancellationToken cancellationToken)
    {
        // What clients have stored answers too: it is for those who may read it.
        if (AccessContext.Current is not { } access || !access.Caller.ReadsShared(facts.Type))
            return FhirAnswer.Refused(StatusCodes.Status403Forbidden, IssueCodes.Forbidden, $"It needs a scope with r for {facts.Type}, without a query.");
        var (instance, missing) = await InstanceAsync(call, cancellationToken).ConfigureAwait(false);
        if (missing is not null) return FhirAnswer.Refused(missing);
        var input = new CallInput(call, facts.Known, facts.Own, instance, facts.Unserved);
        var result = work(input, terminology());
        if (input.Refusal is { } wrong) return FhirAnswer.Refused(wrong);
        if (result.Value is { } answer) return Answer(answer);
        return IsUndecided(result.Refusal!) && outside.IsThere
            ? await AskOutsideAsync(input, facts, result.Refusal!, cancellationToken).ConfigureAwait(false)
            : FhirAnswer.Refused(result.Refusal!);
    }

    private static FhirAnswer Answer(JsonObject resource) => FhirAnswer.Of(new ResourceBody(JsonSerializer.SerializeToUtf8Bytes(resource)));

    private async ValueTask<(JsonElement? Instance, Refusal? Missing)> InstanceAsync(OperationCall call, CancellationToken cancellationToken)
    {
        if (call.Id is null) return default;
        var found = await store.ReadAsync(new(call.Type!, call.Id), cancellationToken).ConfigureAwait(false);
        if (found is null) return (null, new(StatusCodes.Status404NotFound, IssueCodes.NotFound, $"There is no {call.Type} with this id."));
        return found.IsDeleted
            ? (null, new(StatusCodes.Status410Gone, IssueCodes.Deleted, $"The {call.Type} was deleted."))
            : (JsonDocument.Parse(found.Json).RootElement, null);
    }

    /// <summary>Whether somebody else may know: what is not here, or not decided by what is here.</summary>
    private static bool IsUndecided(Refusal refusal) => refusal.Issues[0].Code is IssueCodes.NotSupported or IssueCodes.NotFound;

    private async Task<FhirAnswer> AskOutsideAsync(CallInput input, TerminologyOperation facts, Refusal refusal, CancellationToken cancellationToken)
    {
        var reply = await outside.AskAsync(facts.Type, facts.Name, OutsideQuestion.Write(input, facts, terminology()), cancellationToken).ConfigureAwait(false);
        if (reply.Resource is { } resource) return FhirAnswer.Of(new ResourceBody(resource.Json));
        var failure = new Issue(IssueCodes.Incomplete, $"The terminology server was asked as well: {reply.Problem}") { Severity = IssueSeverity.Warning };
        return FhirAnswer.Refused(refusal with { Issues = [.. refusal.Issues, failure] });
    }
}
