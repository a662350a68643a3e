using System.Text.Json;
using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>The manifest of an export.</summary>
internal sealed class ExportAnswer(IJobStore jobs) : IJobAnswer
{
    public string Kind => ExportWork.KindName;

    public bool MayHave(Caller caller, Job job, JobFile file) => file.Role switch
    {
        JobFileRole.Output => caller.MayExport(file.Type),
        JobFileRole.Deleted => JsonSerializer.Deserialize<ExportRequest>(job.Request)!.Types.All(caller.MayExport),
        _ => true,
    };

    public async Task WriteAsync(HttpContext context, Job job)
    {
        var request = JsonSerializer.Deserialize<ExportRequest>(job.Request)!;
        var files = await jobs.FilesAsync(job.Id, context.RequestAborted).ConfigureAwait(false);
        await ManifestWriter.WriteAsync(context, json =>
        {
            json.WriteString("transactionTime", FhirInstant.Write(job.Created));
            json.WriteString("request", request.Url);
            json.WriteBoolean("requiresAccessToken", JobCallers.NeedToken);
            ManifestWriter.Write(json, "output", files.Where(file => file.Role == JobFileRole.Output), Address);
            ManifestWriter.Write(json, "deleted", files.Where(file => file.Role == JobFileRole.Deleted), Address);
            ManifestWriter.Write(json, "error", files.Where(file => file.Role == JobFileRole.Error), Address);
            WriteNotices(json);
        }).ConfigureAwait(false);

        string Address(JobFile file) => JobAddresses.Of(request.Base, job.Id, file.File);
    }

    /// <summary>What went into the files is not looked at again: the notices go with every export that somebody's scopes confine.</summary>
    private static void WriteNotices(Utf8JsonWriter json)
    {
        if (AccessContext.Current is not { Caller.IsUnrestricted: false }) return;
        json.WriteStartObject("extension");
        json.WriteString(DisclosureTexts.Redisclosure, DisclosureTexts.ExportText);
        json.WriteString(DisclosureTexts.MayBeWithheld, DisclosureTexts.MayBeWithheldText);
        json.WriteEndObject();
    }
}
