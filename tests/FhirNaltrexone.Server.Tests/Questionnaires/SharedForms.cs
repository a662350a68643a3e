using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Questionnaires;

/// <summary>One server with the rules of the product, on 22 November 2026 at 9:00 in New York, for the tests of a class.</summary>
public sealed class SharedForms : IDisposable
{
    private readonly TestServer _server = new(("Clock:Now", "2026-11-22T09:00:00-05:00")) { HasRealContent = true };

    /// <summary>A client whose texts name resources of its own.</summary>
    /// <param name="name">The word that stands for its id.</param>
    internal FhirHttp WithOwn(string name) => new(_server, name);

    public void Dispose() => _server.Dispose();
}
