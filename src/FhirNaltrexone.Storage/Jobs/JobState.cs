namespace FhirNaltrexone.Storage.Jobs;

/// <summary>Where a job stands. The names are stored.</summary>
public enum JobState
{
    /// <summary>Waits for somebody to take it.</summary>
    Queued,

    /// <summary>Somebody works on it as long as the lease lasts.</summary>
    Active,

    /// <summary>Done; the result and the files can be fetched.</summary>
    Completed,

    /// <summary>Given up; the result says why.</summary>
    Failed,

    /// <summary>Nobody wants it any more; its files are gone.</summary>
    Cancelled,
}
