using FhirNaltrexone.Storage;

namespace FhirNaltrexone.Reliability;

/// <summary>The store under test, as the service is configured with it.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Provider">Setting <c>Storage:Provider</c>.</param>
/// <param name="ConnectionString">Setting <c>Storage:ConnectionString</c>.</param>
internal sealed record Target(string Name, string Provider, string ConnectionString)
{
    /// <summary>The settings of the product.</summary>
    public StorageOptions Options => new() { Provider = Provider, ConnectionString = ConnectionString };
}
