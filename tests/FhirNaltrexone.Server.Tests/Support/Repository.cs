namespace FhirNaltrexone.Server.Tests.Support;

/// <summary>Finds files of the repository from wherever the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot(string directory)
        => File.Exists(Path.Combine(directory, "FhirNaltrexone.sln")) ? directory : FindRoot(Path.GetDirectoryName(directory)!);
}
