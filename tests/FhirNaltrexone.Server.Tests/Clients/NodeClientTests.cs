using FhirNaltrexone.Server.Tests.Hostile;

namespace FhirNaltrexone.Server.Tests.Clients;

/// <summary>Public clients from npm use the served interface as their documentation says, unchanged. A line for each check.</summary>
public sealed class NodeClientTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    [Theory]
    [InlineData("fhir-kit-client.mjs", 28)]
    [InlineData("medplum.mjs", 23)]
    [InlineData("fhirclient.mjs", 10)]
    public async Task A_client_from_npm_does_all_its_checks(string script, int checks)
    {
        var (code, output) = await NodePackages.RunAsync(script, server.Address);

        var lines = output.Split('\n');
        var failed = lines.Where(line => line.StartsWith("not ok ", StringComparison.Ordinal)).ToList();
        Assert.True(failed.Count == 0, string.Join('\n', failed));
        Assert.True(code == 0, output);
        Assert.True(lines.Count(line => line.StartsWith("ok ", StringComparison.Ordinal)) == checks, output);
    }
}
