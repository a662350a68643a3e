using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Definitions;

/// <summary>Counts what a package has cost so far.</summary>
internal sealed class PackageBudget(PackageLimits limits)
{
    private int _files;
    private long _size;

    /// <summary>Takes a file into account.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="size">Its bytes.</param>
    /// <exception cref="PackageFault">It is one too many, or too large.</exception>
    public void Take(string name, long size)
    {
        if (++_files > limits.MaxFiles) throw TooMuch($"The package has more than {limits.MaxFiles} files.");
        if (size > limits.MaxFileSize) throw TooMuch($"The file {name} of the package is larger than {limits.MaxFileSize} bytes.");
        _size += size;
        if (_size > limits.MaxSize) throw TooMuch($"The package holds more than {limits.MaxSize} bytes.");
    }

    /// <summary>A refusal for size.</summary>
    public static PackageFault TooMuch(string text) => new(IssueCodes.TooLong, text);
}
