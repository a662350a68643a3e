namespace FhirNaltrexone.Reliability;

/// <summary>A folder that goes with its user.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("fhir-naltrexone-reliability").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
