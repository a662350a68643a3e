namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>Something to be written, waiting for its turn at the writer.</summary>
internal interface ISqliteWork
{
    /// <summary>Whether the caller has given up, so that nothing need be done.</summary>
    bool IsAbandoned { get; }

    /// <summary>Does the work; what it writes can be taken back alone.</summary>
    /// <returns>Whether its writes are to be kept.</returns>
    bool Run(SqliteWriteScope scope);

    /// <summary>Tells the caller that the work is over and, if it was to be kept, durable.</summary>
    void Complete();

    /// <summary>Tells the caller that nothing of it was kept, or that nobody knows.</summary>
    void Fail(Exception error);

    /// <summary>Tells the caller that it gave up in time.</summary>
    void Cancel();
}
