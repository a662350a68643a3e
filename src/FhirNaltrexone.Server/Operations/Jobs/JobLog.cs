namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>What long-running work logs: kinds, ids of jobs and failures, never what a job is about.</summary>
internal static partial class JobLog
{
    [LoggerMessage(LogIds.JobTaken, LogLevel.Information, "Job {Job} ({Kind}) taken up, attempt {Attempt}")]
    public static partial void JobTaken(this ILogger logger, string job, string kind, int attempt);

    [LoggerMessage(LogIds.JobEnded, LogLevel.Information, "Job {Job} ({Kind}) ended with {Status}")]
    public static partial void JobEnded(this ILogger logger, string job, string kind, int status);

    [LoggerMessage(LogIds.JobLeft, LogLevel.Information, "Job {Job} ({Kind}) left to others, or cancelled")]
    public static partial void JobLeft(this ILogger logger, string job, string kind);

    [LoggerMessage(LogIds.JobFailed, LogLevel.Error, "Job {Job} ({Kind}) failed: {Type}\n{Stack}")]
    public static partial void JobFailed(this ILogger logger, string job, string kind, string type, string stack);

    [LoggerMessage(LogIds.JobWorkerFailed, LogLevel.Error, "A worker failed beside its job and goes on: {Type}\n{Stack}")]
    public static partial void WorkerFailed(this ILogger logger, string type, string stack);

    [LoggerMessage(LogIds.JobsNotCleaned, LogLevel.Warning, "Jobs that are over could not be removed: {Failure}")]
    public static partial void CleaningFailed(this ILogger logger, string failure);

    [LoggerMessage(LogIds.JobStoreFailed, LogLevel.Warning, "The store of jobs failed: {Failure}")]
    public static partial void StoreFailed(this ILogger logger, string failure);
}
