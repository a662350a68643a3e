namespace FhirNaltrexone.Storage.Jobs;

/// <summary>What a file of a job is for. The names are stored.</summary>
public enum JobFileRole
{
    /// <summary>What the client sent to be worked on.</summary>
    Input,

    /// <summary>The result.</summary>
    Output,

    /// <summary>What was deleted (Bulk Data 2.0, deleted).</summary>
    Deleted,

    /// <summary>OperationOutcomes on what went wrong.</summary>
    Error,
}
