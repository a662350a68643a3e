namespace FhirNaltrexone.Testing.Reference;

/// <summary>The reference model at one moment.</summary>
internal sealed class MemorySnapshot(MemoryState state) : MemoryResourceReader
{
    private protected override MemoryState State { get; } = state;
}
