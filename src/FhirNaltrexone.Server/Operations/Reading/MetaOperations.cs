using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Operations.Reading;

/// <summary><c>$meta</c>, <c>$meta-add</c>, <c>$meta-delete</c> (FHIR R4, Resource) and <c>$purge-history</c>.</summary>
internal sealed class MetaOperations(ResourceInteractions interactions, IResourceStore resources)
{
    private const string Definitions = "http://hl7.org/fhir/OperationDefinition/Resource-";

    // $meta over a type or the system reads them all: an aid for small servers, not to be asked of large ones.
    private const int MaxResources = 100_000;

    private static readonly Issue Done = new(IssueCodes.Informational, "Done.") { Severity = IssueSeverity.Information };

    /// <summary><c>$meta</c>.</summary>
    public FhirOperation Read => new()
    {
        Name = "meta",
        Definition = Definitions + "meta",
        Levels = OperationLevels.System | OperationLevels.Type | OperationLevels.Instance,
        Handler = ReadAsync,
    };

    /// <summary><c>$meta-add</c>.</summary>
    public FhirOperation Add => Edit("meta-add", isRemoval: false);

    /// <summary><c>$meta-delete</c>.</summary>
    public FhirOperation Delete => Edit("meta-delete", isRemoval: true);

    /// <summary><c>$purge-history</c>.</summary>
    public FhirOperation Purge => new()
    {
        Name = "purge-history",
        Definition = $"{Systems.Own}/OperationDefinition/purge-history",
        Levels = OperationLevels.Instance,
        AffectsState = true,
        Handler = PurgeAsync,
    };

    private FhirOperation Edit(string name, bool isRemoval) => new()
    {
        Name = name,
        Definition = Definitions + name,
        Levels = OperationLevels.Instance,
        AffectsState = true,
        Handler = (call, cancellationToken) => EditAsync(call, isRemoval, cancellationToken),
    };

    private async Task<FhirAnswer> ReadAsync(OperationCall call, CancellationToken cancellationToken)
    {
        if (new CallInput(call, []).Refusal is { } wrong) return FhirAnswer.Refused(wrong);
        if (call.Id is not null)
        {
            var read = await interactions.ReadAsync(new(call.Type!, call.Id), new(), cancellationToken).ConfigureAwait(false);
            return read.Refusal is { } refusal ? FhirAnswer.Refused(refusal) : Meta(read.Resource!);
        }

        var summary = await MetaSummary.ReadAsync(resources, call.Type, MaxResources, cancellationToken).ConfigureAwait(false);
        return summary is null
            ? FhirAnswer.Refused(400, IssueCodes.TooCostly, $"$meta over more than {MaxResources} resources is not done; ask for a type or a resource.")
            : FhirAnswer.Of(new MetaBody(summary.Write));
    }

    private async Task<FhirAnswer> EditAsync(OperationCall call, bool isRemoval, CancellationToken cancellationToken)
    {
        var input = new CallInput(call, ["meta"]);
        _ = input.Single("meta");
        if (input.Refusal is { } wrong) return FhirAnswer.Refused(wrong);
        var parameters = call.Content?.Root ?? default;
        if (!MetaEdit.TryRead(parameters, isRemoval, out var edit, out var refusal)) return FhirAnswer.Refused(refusal);
        var result = await interactions.PatchAsync(new(call.Type!, call.Id!), edit, WriteConditions.None, cancellationToken).ConfigureAwait(false);
        return result.Refusal is { } refused ? FhirAnswer.Refused(refused) : Edited(result.Resource!);
    }

    /// <summary>A right to change is none to read.</summary>
    private static FhirAnswer Edited(ResourceVersion resource)
        => AccessContext.Current is { } access && access.Caller.ReadsWhatItChanges(resource.Key.Type) ? Meta(resource) : FhirAnswer.Of(new OutcomeBody([Done]));

    private async Task<FhirAnswer> PurgeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        if (new CallInput(call, []).Refusal is { } wrong) return FhirAnswer.Refused(wrong);
        var result = await interactions.PurgeHistoryAsync(new(call.Type!, call.Id!), cancellationToken).ConfigureAwait(false);
        return result.Refusal is { } refusal ? FhirAnswer.Refused(refusal) : FhirAnswer.Of(new OutcomeBody(result.Issues));
    }

    private static FhirAnswer Meta(ResourceVersion resource) => FhirAnswer.Of(new MetaBody(json =>
    {
        using var document = JsonDocument.Parse(resource.Json);
        document.RootElement.GetProperty("meta").WriteTo(json);
    }));
}
