using System.Text.Json;
using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>The report of an import.</summary>
internal sealed class ImportAnswer(IJobStore jobs) : IJobAnswer
{
    public string Kind => ImportWork.KindName;

    // Errors say which lines were refused, and nothing of what is stored.
    public bool MayHave(Caller caller, Job job, JobFile file) => true;

    public async Task WriteAsync(HttpContext context, Job job)
    {
        var request = JsonSerializer.Deserialize<ImportRequest>(job.Request)!;
        var counts = JsonSerializer.Deserialize<IReadOnlyList<ImportCounts>>(job.Result!)!;
        var files = await jobs.FilesAsync(job.Id, context.RequestAborted).ConfigureAwait(false);
        await ManifestWriter.WriteAsync(context, json =>
        {
            json.WriteString("transactionTime", FhirInstant.Write(job.Created));
            json.WriteString("request", $"{request.Base}/$import");
            json.WriteBoolean("requiresAccessToken", JobCallers.NeedToken);
            json.WriteStartArray("output");
            foreach (var (input, count) in request.Inputs.Zip(counts)) Write(json, input, count);
            json.WriteEndArray();
            ManifestWriter.Write(
                json, "error", files.Where(file => file.Role == JobFileRole.Error), file => JobAddresses.Of(request.Base, job.Id, file.File));
        }).ConfigureAwait(false);
    }

    private static void Write(Utf8JsonWriter json, ImportInput input, ImportCounts count)
    {
        json.WriteStartObject();
        if (input.Type is not null) json.WriteString("type", input.Type);
        if (input.Url is not null) json.WriteString("inputUrl", input.Url);
        json.WriteNumber("count", count.Created + count.Updated);
        json.WriteNumber("created", count.Created);
        json.WriteNumber("updated", count.Updated);
        json.WriteNumber("refused", count.Refused);
        json.WriteEndObject();
    }
}
