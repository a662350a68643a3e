namespace FhirNaltrexone.Storage.Indexing.Paths;

/// <summary>One step of a path: into a member, past a filter, or to one item of an array.</summary>
internal abstract record PathStep
{
    /// <summary>Into a member, all items of an array.</summary>
    public sealed record Member(byte[] Name) : PathStep;

    /// <summary>Only elements that meet a condition.</summary>
    public sealed record Filter(PathCondition Condition) : PathStep;

    /// <summary>Into one item of an array member.</summary>
    public sealed record Item(byte[] Name, int Index) : PathStep;
}
