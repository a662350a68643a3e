namespace FhirNaltrexone.Server.Inputs;

/// <summary>What keeps an input from filling memory or disk. Lines and bundles are streamed: of those, files may be of any size.</summary>
internal sealed record InputLimits
{
    /// <summary>Most bytes of one line, document, transaction, or entry of a bundle.</summary>
    public int ItemBytes { get; init; } = 64 << 20;

    /// <summary>Most bytes of a package, unpacked.</summary>
    public long PackageBytes { get; init; } = 100 << 20;

    /// <summary>Most entries of a package.</summary>
    public int PackageEntries { get; init; } = 20_000;

    /// <summary>Whether the entries of a collection are items of their own, so that it may be of any size; else the bundle is one item.</summary>
    public bool SplitsCollections { get; init; } = true;

    /// <summary>Whether the examples of a FHIR package are read too.</summary>
    public bool TakesExamples { get; init; }
}
