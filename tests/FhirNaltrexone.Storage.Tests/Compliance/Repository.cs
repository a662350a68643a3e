namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>Finds files of the repository from wherever the tests run.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    public static string Path(string path) => System.IO.Path.Combine(Root, path);

    private static string FindRoot(string directory)
        => File.Exists(System.IO.Path.Combine(directory, "FhirNaltrexone.sln")) ? directory : FindRoot(System.IO.Path.GetDirectoryName(directory)!);
}
