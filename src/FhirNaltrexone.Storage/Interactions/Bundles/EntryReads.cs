using System.Text;
using System.Text.Json;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>Answers the entries that change nothing.</summary>
/// <param name="searches">Reads searches.</param>
/// <param name="execution">Carries them out.</param>
/// <param name="clock">Gives the instant.</param>
/// <param name="options">Limits.</param>
internal sealed class EntryReads(SearchRequestReader searches, SearchExecution execution, TimeProvider clock, InteractionOptions options)
{
    /// <summary>Answers an entry.</summary>
    /// <param name="reader">State of the store.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="context">What came along with the bundle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<BundleEntryResult> AnswerAsync(
        IResourceReader reader, BundleEntry entry, BundleContext context, CancellationToken cancellationToken)
    {
        var url = entry.Url;
        switch (url.Target)
        {
            case EntryTarget.Instance:
                return BundleEntryResult.Of(entry, await Reads.ReadAsync(reader, url.Key!.Value, entry.Known, cancellationToken).ConfigureAwait(false));
            case EntryTarget.Version:
                return BundleEntryResult.Of(
                    entry, await Reads.ReadVersionAsync(reader, url.Key!.Value, url.Version!, entry.Known, cancellationToken).ConfigureAwait(false));
            case EntryTarget.History:
                return await HistoryAsync(reader, entry, cancellationToken).ConfigureAwait(false);
            case EntryTarget.Operation or EntryTarget.Metadata:
                return context.Handler is { } handler
                    ? await handler(reader, entry, cancellationToken).ConfigureAwait(false)
                    : BundleEntryResult.Refused(entry, BundleRefusals.NoHandler);
            default:
                return await SearchAsync(reader, entry, context.IsStrict, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<BundleEntryResult> HistoryAsync(IResourceReader reader, BundleEntry entry, CancellationToken cancellationToken)
    {
        var parameters = QueryText.Read(entry.Url.Query ?? "");
        if (!HistoryRequest.TryRead(entry.Url.Type, entry.Url.Id, parameters, options, searches.Zone, out var request, out var refusal))
        {
            return BundleEntryResult.Refused(entry, refusal);
        }

        var page = await Histories.ReadAsync(reader, request, cancellationToken).ConfigureAwait(false);
        return page.Refusal is { } unknown
            ? BundleEntryResult.Refused(entry, unknown)
            : BundleEntryResult.Of(entry, InteractionResult.Done(200)) with { History = request, Versions = page };
    }

    private async ValueTask<BundleEntryResult> SearchAsync(
        IResourceReader reader, BundleEntry entry, bool isStrict, CancellationToken cancellationToken)
    {
        var url = entry.Url;
        var compartment = url.Id is { } id ? new CompartmentScope(url.Type!, id) : null;
        var type = compartment is null ? url.Type : url.MemberType;
        var reading = searches.Read(type, compartment, [.. QueryText.Read(url.Query ?? ""), .. FormOf(entry.Content)], isStrict, clock.GetUtcNow());
        if (reading.Refusal is { } refusal) return BundleEntryResult.Refused(entry, refusal);
        var answer = await execution.RunAsync(reader, reading.Value!, cancellationToken).ConfigureAwait(false);
        return answer.Refusal is { } failure
            ? BundleEntryResult.Refused(entry, failure)
            : BundleEntryResult.Of(entry, InteractionResult.Done(200)) with { Search = reading.Value, Found = answer.Value };
    }

    // FHIR does not say how an entry holds a form: as Parameters with strings, or as a Binary with the form itself.
    private static IEnumerable<KeyValuePair<string, string>> FormOf(ResourceContent? content) => content?.Type switch
    {
        "Parameters" => content.Root.TryGetProperty("parameter", out var list) ? list.EnumerateArray().SelectMany(PairOf) : [],
        "Binary" => content.Root.TryGetProperty("data", out var data) && data.TryGetBytesFromBase64(out var form) ? QueryText.Read(Encoding.UTF8.GetString(form)) : [],
        _ => [],
    };

    private static IEnumerable<KeyValuePair<string, string>> PairOf(JsonElement parameter)
        => parameter.TryGetProperty("name", out var name) && name.GetString() is { } text
            ? parameter.EnumerateObject()
                .Where(member => member.Name.StartsWith("value", StringComparison.Ordinal) && member.Value.ValueKind == JsonValueKind.String)
                .Select(member => KeyValuePair.Create(text, member.Value.GetString()!))
            : [];
}
