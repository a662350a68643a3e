using FhirNaltrexone.Validation.Definitions;

namespace FhirNaltrexone.Validation.Tests.Conformance;

/// <summary>The committed implementation guide and the conformance cases, found from the repository root.</summary>
internal static class Guide
{
    /// <summary>Root of the repository.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The package as it was read.</summary>
    public static PackageReading Reading { get; } = ReadPackage();

    /// <summary>R4 with the guide upon it.</summary>
    public static DefinitionSet Definitions { get; } = DefinitionSet.Core.With(Reading.Package!.Definitions);

    private static PackageReading ReadPackage()
    {
        using var stream = File.OpenRead(Path.Combine(Root, "profiles", "generated", "fhir.naltrexone.tgz"));
        return DefinitionPackage.Read(stream);
    }

    private static string FindRoot(string folder)
        => File.Exists(Path.Combine(folder, "FhirNaltrexone.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
