using FhirNaltrexone.Storage;
using FhirNaltrexone.Testing;

namespace FhirNaltrexone.Reliability;

/// <summary>The store under test, as the service is configured with it.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Provider">Setting <c>Storage:Provider</c>.</param>
/// <param name="ConnectionString">Setting <c>Storage:ConnectionString</c>.</param>
internal sealed record Target(string Name, string Provider, string ConnectionString)
{
    /// <summary>The settings of the product.</summary>
    public StorageOptions Options => new() { Provider = Provider, ConnectionString = ConnectionString };

    /// <summary>The product on this store, open to everybody; what fails in it is told.</summary>
    public ProductProcess Serve() => ProductProcess.Start(
        ["--urls=http://127.0.0.1:0", "--Security:Mode=Open", $"--Storage:Provider={Provider}", $"--Storage:ConnectionString={ConnectionString}"],
        heard: static line =>
        {
            if (line.Contains("fail:", StringComparison.Ordinal) || line.Contains("Unhandled", StringComparison.Ordinal)) Console.Error.WriteLine(line);
        });
}
