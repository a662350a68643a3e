using System.Buffers;
using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Subscriptions.Notices;
using FhirNaltrexone.Server.Subscriptions.Owners;
using FhirNaltrexone.Storage.Subscriptions;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Subscriptions.Operations;

/// <summary><c>Subscription/$dead-letters</c> (of this server): what could not be delivered, of all subscriptions of the caller or of one; numbers and references only.</summary>
internal sealed class DeadLettersOperation(ISubscriptionStore store, SubscriptionLookup lookup, Sights sights, IOptions<SubscriptionOptions> options)
{
    /// <summary>The operation.</summary>
    public FhirOperation Operation => new()
    {
        Name = "dead-letters",
        Definition = $"{Systems.Own}/OperationDefinition/dead-letters",
        Levels = OperationLevels.Type | OperationLevels.Instance,
        Types = ["Subscription"],
        Handler = AnswerAsync,
    };

    private async Task<FhirAnswer> AnswerAsync(OperationCall call, CancellationToken cancellationToken)
    {
        if (new CallInput(call, []).Refusal is { } refusal) return FhirAnswer.Refused(refusal);
        if (call.Id is { } id && await lookup.FindAsync(id, cancellationToken).ConfigureAwait(false) is null)
            return FhirAnswer.Refused(404, IssueCodes.NotFound, "There is no Subscription with this id.");
        var states = await store.ListAsync(cancellationToken).ConfigureAwait(false);
        var found = new List<(string Id, SubscriptionEvent Event)>();
        foreach (var state in states.Where(state => call.Id is null || state.Id == call.Id))
        {
            var left = options.Value.MaxListed - found.Count;
            if (left <= 0) break;
            if (await lookup.FindAsync(state.Id, cancellationToken).ConfigureAwait(false) is not var (definition, _)) continue;
            foreach (var one in await store.EventsAsync(state.Id, 1, long.MaxValue, true, left, cancellationToken).ConfigureAwait(false))
            {
                if (await sights.IsToldAsync(definition.Request, one, cancellationToken).ConfigureAwait(false)) found.Add((state.Id, one));
            }
        }

        return FhirAnswer.Of(new ResourceBody(Write(found, call.Base)));
    }

    private static ReadOnlyMemory<byte> Write(List<(string Id, SubscriptionEvent Event)> found, string address)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("resourceType", "Parameters");
        json.WriteStartArray("parameter");
        WritePart(json, "count", "valueString", found.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var (id, one) in found) WriteEvent(json, id, one, address);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteEvent(Utf8JsonWriter json, string id, SubscriptionEvent one, string address)
    {
        json.WriteStartObject();
        json.WriteString("name", "event");
        json.WriteStartArray("part");
        WritePart(json, "subscription", "valueUri", $"{address}/Subscription/{id}");
        WritePart(json, "event-number", "valueString", one.Number.ToString(CultureInfo.InvariantCulture));
        WritePart(json, "timestamp", "valueInstant", StatusWriter.Instant(one.Created));
        WritePart(json, "focus", "valueUri", $"{address}/{one.Focus}");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter json, string name, string member, string value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString(member, value);
        json.WriteEndObject();
    }
}
