using FhirNaltrexone.Storage.Jobs;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>How the result of one kind of job is told.</summary>
internal interface IJobAnswer
{
    /// <summary>Name of the kind.</summary>
    string Kind { get; }

    /// <summary>Writes the body of the answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="job">A job that is completed.</param>
    Task WriteAsync(HttpContext context, Job job);
}
