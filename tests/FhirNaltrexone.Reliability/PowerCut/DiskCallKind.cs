namespace FhirNaltrexone.Reliability.PowerCut;

/// <summary>Kinds of traced calls.</summary>
internal enum DiskCallKind
{
    /// <summary>pwrite64.</summary>
    Write,

    /// <summary>fsync or fdatasync that has returned: all writes to the file before it are on the disk.</summary>
    Sync,

    /// <summary>ftruncate.</summary>
    Truncate,

    /// <summary>unlink.</summary>
    Remove,

    /// <summary>A line on standard output that acknowledges a transaction.</summary>
    Acknowledge,
}
