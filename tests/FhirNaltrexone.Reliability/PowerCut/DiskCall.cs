namespace FhirNaltrexone.Reliability.PowerCut;

/// <summary>One call of the traced process that concerns the disk, or its promise to a client.</summary>
/// <param name="Kind">What it did.</param>
/// <param name="File">Path; empty for an acknowledgement.</param>
/// <param name="Offset">Where it wrote, or the new length of a truncation.</param>
/// <param name="Bytes">What it wrote.</param>
internal sealed record DiskCall(DiskCallKind Kind, string File, long Offset, byte[] Bytes)
{
    /// <summary>Number of the transaction acknowledged; -1 for other calls.</summary>
    public int Acknowledged { get; init; } = -1;
}
