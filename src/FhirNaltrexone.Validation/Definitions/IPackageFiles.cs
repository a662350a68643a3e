namespace FhirNaltrexone.Validation.Definitions;

/// <summary>Where the files of a package come from.</summary>
internal interface IPackageFiles
{
    /// <summary>The JSON files directly in the package folder, one after another.</summary>
    /// <exception cref="PackageFault">A limit is exceeded, or a name leads out of the package.</exception>
    IEnumerable<(string Name, ReadOnlyMemory<byte> Text)> Read();
}
