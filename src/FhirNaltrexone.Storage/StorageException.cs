namespace FhirNaltrexone.Storage;

/// <summary>The store could not do its work. The message names files and migrations, never stored content.</summary>
public sealed class StorageException : Exception
{
    /// <summary>Makes an exception of one kind.</summary>
    /// <param name="code">Kind of the failure.</param>
    /// <param name="message">What failed and what to do about it.</param>
    /// <param name="innerException">The error of the database, when there is one.</param>
    public StorageException(StorageErrorCode code, string message, Exception? innerException = null)
        : base(message, innerException)
        => Code = code;

    /// <summary>Kind of the failure.</summary>
    public StorageErrorCode Code { get; }
}
