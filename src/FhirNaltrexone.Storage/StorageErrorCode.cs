namespace FhirNaltrexone.Storage;

/// <summary>Why the store could not do its work.</summary>
public enum StorageErrorCode
{
    /// <summary>The database could not be opened, read or written.</summary>
    Unavailable,

    /// <summary>A migration that was applied once has another text today.</summary>
    MigrationChanged,

    /// <summary>The database was written by a newer version of the service.</summary>
    DatabaseNewer,

    /// <summary>Another change of the same resource came first.</summary>
    Conflict,

    /// <summary>There is no room left to store anything.</summary>
    Full,

    /// <summary>The connection broke or the disk failed while committing: whether it took place is unknown.</summary>
    Indeterminate,

    /// <summary>The search took longer than it may.</summary>
    TooCostly,

    /// <summary>A search parameter of our own cannot be used as it is defined.</summary>
    ParameterRefused,

    /// <summary>The scopes of the caller do not allow it.</summary>
    Forbidden,
}
