namespace FhirNaltrexone.Validation.Definitions;

/// <summary>How much of a package is taken, so that none can exhaust the process.</summary>
/// <param name="MaxFiles">Most files and folders, examples included.</param>
/// <param name="MaxFileSize">Most bytes of one file.</param>
/// <param name="MaxSize">Most bytes of all files, unpacked.</param>
/// <param name="MaxRatio">How many times larger than the archive its content may be.</param>
public sealed record PackageLimits(int MaxFiles, long MaxFileSize, long MaxSize, int MaxRatio)
{
    /// <summary>Enough for the official core package, which has some 5,000 files and 60 MB and is packed to a fifteenth.</summary>
    public static PackageLimits Usual { get; } = new(20_000, 32L << 20, 256L << 20, 200);
}
