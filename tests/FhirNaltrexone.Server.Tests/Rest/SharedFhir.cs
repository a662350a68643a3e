using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Rest;

/// <summary>One server for the tests of a class: starting one takes longer than most tests.</summary>
public sealed class SharedFhir : IDisposable
{
    private readonly TestServer _server = new();

    /// <summary>A client whose texts name resources of its own.</summary>
    /// <param name="name">The word that stands for its id.</param>
    internal FhirHttp WithOwn(string? name = null) => new(_server, name);

    public void Dispose() => _server.Dispose();
}
