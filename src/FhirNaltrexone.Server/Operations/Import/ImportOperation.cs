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
    /// <summary>The operation.</summary>
    public FhirOperation Operation => new()
    {
        Name = "import",
        Definition = "https://fhirnaltrexone.example.org/fhir/OperationDefinition/import",
        Levels = OperationLevels.System,
        AffectsState = true,
        Handler = StartAsync,
    };

    private async Task<FhirAnswer> StartAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var errors = new List<Issue>();
        var inputs = OperationParameters.InBody(call).SelectMany(parameter => Read(parameter, errors)).ToList();
        if (inputs.Count == 0 && errors.Count == 0)
            errors.Add(new(IssueCodes.Required, "Send Parameters with parameters named input, each with the parts type and url, or lines of application/fhir+ndjson."));
        if (inputs.Count > options.Value.MaxInputs) errors.Add(new(IssueCodes.TooLong, $"An import has at most {options.Value.MaxInputs} inputs."));
        if (errors.Count > 0) return FhirAnswer.Refused(new Refusal(400, errors));

        var request = JsonSerializer.Serialize(new ImportRequest(call.Base, inputs));
        var job = await queue.AddAsync(ImportWork.KindName, request, [], cancellationToken).ConfigureAwait(false);
        return JobAddresses.Answer(call.Base, job, jobOptions.Value.RetryAfterSeconds);
    }

    private IEnumerable<ImportInput> Read(JsonElement parameter, List<Issue> errors)
    {
        switch (OperationParameters.Name(parameter))
        {
            case "input":
                if (ReadInput(parameter, errors) is { } input) yield return input;
                break;
            case "inputFormat":
                if (OperationParameters.Text(parameter) is not ("application/fhir+ndjson" or "application/ndjson" or "ndjson"))
                    errors.Add(new(IssueCodes.NotSupported, "inputFormat must be application/fhir+ndjson.", "inputFormat"));
                break;
            case "inputSource":
                break;
            default:
                errors.Add(new(IssueCodes.NotSupported, "Known parameters are input, inputFormat and inputSource."));
                break;
        }
    }

    private ImportInput? ReadInput(JsonElement parameter, List<Issue> errors)
    {
        var parts = parameter.TryGetProperty("part", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [];
        var type = parts.Where(part => OperationParameters.Name(part) == "type").Select(OperationParameters.Text).FirstOrDefault();
        var url = parts.Where(part => OperationParameters.Name(part) == "url").Select(OperationParameters.Text).FirstOrDefault();
        var before = errors.Count;
        if (type is not null && !ResourceTypes.Contains(type)) errors.Add(new(IssueCodes.Value, "The part type of an input must be a resource type of FHIR R4.", "input.type"));
        if (url is null) errors.Add(new(IssueCodes.Required, "An input needs the part url.", "input.url"));
        else if (!source.Allows(url)) errors.AddRange(ImportSource.NotAllowed.Issues);
        return errors.Count > before ? null : new(type, url);
    }
}
