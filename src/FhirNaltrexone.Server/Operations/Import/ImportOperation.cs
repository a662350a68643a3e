using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Operations.Import;

/// <summary><c>$import</c>: takes in the job, from Parameters that name inputs. Lines in the body come by <see cref="ImportLinesRequests"/>.</summary>
internal sealed class ImportOperation(ImportSource source, JobQueue queue, IOptions<ImportOptions> options, IOptions<JobOptions> jobOptions)
{
    private static readonly string[] Known = ["input", "inputFormat", "inputSource"];
    private static readonly string[] Parts = ["type", "url"];

    /// <summary>The operation.</summary>
    public FhirOperation Operation => new()
    {
        Name = "import",
        Definition = $"{Systems.Own}/OperationDefinition/import",
        Levels = OperationLevels.System,
        AffectsState = true,
        Handler = StartAsync,
    };

    private async Task<FhirAnswer> StartAsync(OperationCall call, CancellationToken cancellationToken)
    {
        if (ImportRight.Refuse() is { } lacking) return FhirAnswer.Refused(lacking);
        var given = new CallInput(call, Known);

        // Where the data come from changes nothing here; two places would say that something else is meant.
        given.Single("inputSource");
        var inputs = given.Parts("input", Parts).Select(Read).ToList();
        if (given.Text("inputFormat") is not (null or "application/fhir+ndjson" or "application/ndjson" or "ndjson"))
            given.Fail("inputFormat", "inputFormat must be application/fhir+ndjson.", IssueCodes.NotSupported);
        if (!given.Has("input"))
            given.Fail("input", "Send Parameters with parameters named input, each with the parts type and url, or lines of application/fhir+ndjson.", IssueCodes.Required);
        if (inputs.Count > options.Value.MaxInputs) given.Fail("input", $"An import has at most {options.Value.MaxInputs} inputs.", IssueCodes.TooLong);
        if (given.Refusal is { } refusal) return FhirAnswer.Refused(refusal);

        var request = JsonSerializer.Serialize(new ImportRequest(call.Base, inputs));
        var job = await queue.AddAsync(ImportWork.KindName, request, [], cancellationToken).ConfigureAwait(false);
        return JobAddresses.Answer(call.Base, job, jobOptions.Value.RetryAfterSeconds);
    }

    private ImportInput Read(CallInput parts)
    {
        var (type, url) = (parts.Text("type"), parts.Text("url"));
        if (type is not null && !ResourceTypes.Contains(type)) parts.Fail("type", "The part type of an input must be a resource type of FHIR R4.");
        if (!parts.Has("url")) parts.Fail("url", "An input needs the part url.", IssueCodes.Required);
        else if (url is not null && !source.Allows(url)) parts.Fail("url", ImportSource.NotAllowed.Issues[0].Text, ImportSource.NotAllowed.Issues[0].Code);
        return new(type, url);
    }
}
