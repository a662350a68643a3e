using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary><c>$export</c> (Bulk Data 2.0): takes in the job; it is asynchronous whether the client says so or not.</summary>
internal sealed class ExportOperation(
    ExportReader reader, SearchParameterSet parameters, IResourceStore resources, JobQueue queue, IOptions<JobOptions> options)
{
    private const string Definitions = "http://hl7.org/fhir/uv/bulkdata/OperationDefinition";

    /// <summary><c>[base]/$export</c>.</summary>
    public FhirOperation OfSystem => Operation("export", OperationLevels.System, [], ExportLevel.System);

    /// <summary><c>[base]/Patient/$export</c>.</summary>
    public FhirOperation OfPatients => Operation("patient-export", OperationLevels.Type, ["Patient"], ExportLevel.Patient);

    /// <summary><c>[base]/Group/[id]/$export</c>.</summary>
    public FhirOperation OfGroup => Operation("group-export", OperationLevels.Instance, ["Group"], ExportLevel.Group);

    private FhirOperation Operation(string definition, OperationLevels levels, IReadOnlyList<string> types, ExportLevel level) => new()
    {
        Name = "export",
        Definition = $"{Definitions}/{definition}",
        Levels = levels,
        Types = types,
        Handler = (call, cancellationToken) => StartAsync(call, level, cancellationToken),
    };

    private async Task<FhirAnswer> StartAsync(OperationCall call, ExportLevel level, CancellationToken cancellationToken)
    {
        var read = reader.Read(call, level);
        if (read.Refusal is { } refusal) return FhirAnswer.Refused(refusal);
        var (request, forbidden) = ExportTypes.Confine(read.Value!, parameters, AccessContext.Current!.Caller);
        if (request is null) return FhirAnswer.Refused(forbidden!);
        if (level == ExportLevel.Group)
        {
            var group = await resources.ReadAsync(new("Group", call.Id!), cancellationToken).ConfigureAwait(false);
            if (group is null or { IsDeleted: true }) return FhirAnswer.Refused(group is null ? 404 : 410, IssueCodes.NotFound, "There is no such group.");
        }

        var job = await queue.AddAsync(ExportWork.KindName, JsonSerializer.Serialize(request), [], cancellationToken).ConfigureAwait(false);
        return JobAddresses.Answer(call.Base, job, options.Value.RetryAfterSeconds);
    }
}
