namespace FhirNaltrexone.Server.Tests.Hostile;

/// <summary>The tests that share one server process, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneServerProcess : ICollectionFixture<ServerProcess>
{
    public const string Name = "One server process";
}
