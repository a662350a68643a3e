using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Server.Outcomes;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Operations.Requests;

/// <summary>The answer to a stored request: a Bundle of type batch-response with one entry (the pattern of FHIR R5).</summary>
internal sealed class RequestAnswer(IJobStore jobs) : IJobAnswer
{
    private const int Refused = 400;

    public string Kind => RequestWork.KindName;

    /// <summary>The answer was made with the rights of then: whoever has fewer asks anew.</summary>
    public bool MayHave(Caller caller, Job job, JobFile file)
        => caller.IsUnrestricted || (JobCallers.Read(job) is { IsUnrestricted: false } then && then.Grants.All(caller.Grants.Contains));

    public async Task WriteAsync(HttpContext context, Job job)
    {
        var answer = JsonSerializer.Deserialize<StoredAnswer>(job.Result!)!;
        var body = answer.HasBody ? await BodyAsync(job.Id, context.RequestAborted).ConfigureAwait(false) : default;
        await ManifestWriter.WriteAsync(context, OperationOutcomes.MediaType, json => Write(json, answer, body)).ConfigureAwait(false);
    }

    private static void Write(Utf8JsonWriter json, StoredAnswer answer, ReadOnlyMemory<byte> body)
    {
        json.WriteString("resourceType", "Bundle");
        DisclosureNotes.Write(json, body.Length > 0 && answer.Status < Refused ? [body] : []);
        json.WriteString("type", "batch-response");
        json.WriteStartArray("entry");
        json.WriteStartObject();
        if (body.Length > 0 && answer.Status < Refused)
        {
            json.WritePropertyName("resource");
            json.WriteRawValue(body.Span, skipInputValidation: true);
        }

        json.WriteStartObject("response");
        json.WriteString("status", answer.Status.ToString(CultureInfo.InvariantCulture));
        WriteHeader(json, answer, "location", "Location", value => value);
        WriteHeader(json, answer, "etag", "ETag", value => value);
        WriteHeader(json, answer, "lastModified", "Last-Modified", value => FhirInstant.Write(DateTimeOffset.Parse(value, CultureInfo.InvariantCulture)));
        if (body.Length > 0 && answer.Status >= Refused)
        {
            json.WritePropertyName("outcome");
            json.WriteRawValue(body.Span, skipInputValidation: true);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteHeader(Utf8JsonWriter json, StoredAnswer answer, string name, string header, Func<string, string> read)
    {
        if (answer.Headers.TryGetValue(header, out var value)) json.WriteString(name, read(value));
    }

    private async Task<ReadOnlyMemory<byte>> BodyAsync(string job, CancellationToken cancellationToken)
    {
        var files = await jobs.FilesAsync(job, cancellationToken).ConfigureAwait(false);
        var file = files.Single(each => each.Role == JobFileRole.Output);
        var chunk = await jobs.ReadChunkAsync(job, file.File, 1, cancellationToken).ConfigureAwait(false);
        return NdjsonChunks.Unpack(chunk!);
    }
}
