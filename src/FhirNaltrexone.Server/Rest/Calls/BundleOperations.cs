using System.Buffers;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Capability;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Interactions.Bundles;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>Answers entries of bundles that ask for an operation or for the capabilities.</summary>
internal sealed class BundleOperations(OperationTable table, CapabilityDocument capabilities)
{
    /// <summary>What answers the entries of one bundle.</summary>
    /// <param name="request">The request that brought the bundle.</param>
    /// <param name="isBatch">Whether it is a batch: in a transaction an operation must change nothing, since it could not be taken back.</param>
    public EntryHandler Handler(RestRequest request, bool isBatch) => async (_, entry, cancellationToken) =>
    {
        var query = QueryText.Read(entry.Url.Query ?? string.Empty);
        var answer = entry.Url.Target == EntryTarget.Metadata
            ? capabilities.Answer(request with { Query = query })
            : await CallAsync(entry, request, query, isBatch, cancellationToken).ConfigureAwait(false);
        return await ResultAsync(entry, answer).ConfigureAwait(false);
    };

    /// <summary>Whether an entry calls an operation that looks at the structure of its input itself.</summary>
    public bool TakesAnyStructure(BundleEntry entry)
        => entry.Url.Operation is { } name && table.Find(name, entry.Url.Type, entry.Url.Id) is { TakesAnyStructure: true };

    private async Task<FhirAnswer> CallAsync(
        BundleEntry entry, RestRequest request, IReadOnlyList<KeyValuePair<string, string>> query, bool isBatch, CancellationToken cancellationToken)
    {
        var isGet = entry.Method is EntryMethod.Get or EntryMethod.Head;
        if (table.Find(entry.Url.Operation!, entry.Url.Type, entry.Url.Id) is not { } operation)
        {
            return FhirAnswer.Refused(StatusCodes.Status404NotFound, IssueCodes.NotSupported, "There is no such operation; /fhir/metadata lists those there are.");
        }

        if (operation.AffectsState && (isGet || !isBatch))
        {
            return FhirAnswer.Refused(StatusCodes.Status400BadRequest, IssueCodes.NotSupported, "The operation changes something: call it by POST, alone or in a batch.");
        }

        var call = new OperationCall
        {
            Type = entry.Url.Type,
            Id = entry.Url.Id,
            IsGet = isGet,
            Query = query,
            Content = entry.Content,
            Base = request.Base,
            IsStrict = request.Prefer.IsStrict,
            IsLenient = request.Prefer.IsLenient,
        };
        return DisclosureNotes.Add(await operation.Handler(call, cancellationToken).ConfigureAwait(false));
    }

    private static async ValueTask<BundleEntryResult> ResultAsync(BundleEntry entry, FhirAnswer answer)
    {
        var body = answer.Body is null ? default : answer.Body.Raw ?? await BytesAsync(answer.Body).ConfigureAwait(false);
        if (answer.Status < StatusCodes.Status400BadRequest)
        {
            return new() { Entry = entry, Result = InteractionResult.Done(answer.Status, answer.Version), Body = body };
        }

        var issues = answer.Body is OutcomeBody outcome ? outcome.Issues : [new Issue(IssueCodes.Processing, "The operation failed.")];
        return new() { Entry = entry, Result = InteractionResult.Refused(new Refusal(answer.Status, issues)) };
    }

    private static async ValueTask<ReadOnlyMemory<byte>> BytesAsync(AnswerBody body)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        await using var json = new Utf8JsonWriter(buffer);
        await body.WriteAsync(json, () => ValueTask.CompletedTask).ConfigureAwait(false);
        await json.FlushAsync().ConfigureAwait(false);
        return buffer.WrittenMemory;
    }
}
