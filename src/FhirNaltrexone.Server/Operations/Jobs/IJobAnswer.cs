using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Jobs;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>How the result of one kind of job is told.</summary>
internal interface IJobAnswer
{
    /// <summary>Name of the kind.</summary>
    string Kind { get; }

    /// <summary>Whether a caller may have a file of a job now: the rights it was asked for with may be lost since.</summary>
    /// <param name="caller">Who asks now.</param>
    /// <param name="job">The job.</param>
    /// <param name="file">The file.</param>
    bool MayHave(Caller caller, Job job, JobFile file);

    /// <summary>Writes the body of the answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="job">A job that is completed.</param>
    Task WriteAsync(HttpContext context, Job job);
}
