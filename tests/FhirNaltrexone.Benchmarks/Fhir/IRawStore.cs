namespace FhirNaltrexone.Benchmarks.Fhir;

/// <summary>The limit of a store: its driver without FHIR.</summary>
internal interface IRawStore : IAsyncDisposable
{
    /// <summary>Rows a second, inserted durably.</summary>
    Task<double> InsertAsync(byte[] body, int perCommit, int connections, TimeSpan duration);

    /// <summary>Rows a second, read by key.</summary>
    Task<double> ReadAsync(int connections, TimeSpan duration);
}
