using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Security;

/// <summary>What is told to everybody, and that nothing else is.</summary>
public sealed class PublicDoorTests(PublicDoorTests.Enforced enforced) : IClassFixture<PublicDoorTests.Enforced>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/start.css")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/scalar/")]
    [InlineData("/schemas/cds-hooks-request.json")]
    [InlineData("/package.tgz")]
    [InlineData("/fhir/metadata")]
    public async Task What_is_public_is_told_to_everybody(string path)
    {
        using var response = await enforced.Client.GetAsync(path);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/fhir")]
    [InlineData("GET", "/fhir/Patient")]
    [InlineData("GET", "/fhir/Patient/1")]
    [InlineData("PUT", "/fhir/Patient/1")]
    [InlineData("DELETE", "/fhir/Patient/1")]
    [InlineData("GET", "/fhir/Patient/1/_history/1")]
    [InlineData("GET", "/fhir/_history")]
    [InlineData("POST", "/fhir")]
    [InlineData("GET", "/fhir/$export")]
    [InlineData("POST", "/fhir/Patient/$validate")]
    [InlineData("GET", "/fhir/ValueSet/$expand")]
    [InlineData("GET", "/FHIR/Patient")]
    [InlineData("GET", "/fhir//Patient")]
    [InlineData("GET", "/fhir/metadata.x")]
    [InlineData("GET", "/fhir/jobs/1")]
    [InlineData("GET", "/metrics")]
    [InlineData("GET", "/unknown")]
    [InlineData("GET", "/cds-services")]
    public async Task Everything_else_asks_for_a_token(string method, string path)
    {
        using var response = await enforced.Client.SendAsync(new HttpMethod(method), path, null);

        Assert.Equal(401, (int)response.StatusCode);
        Assert.StartsWith("Bearer", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_token_of_a_CDS_client_opens_nothing_but_CDS_services()
    {
        var token = TokenDraft.Valid("ES384", Enforced.Key.Id, CdsClient.Issuer, CdsClient.Base, TimeProvider.System.GetUtcNow()).Sign(Enforced.Key);

        using var fhir = await enforced.Client.SendAsync(HttpMethod.Get, "/fhir/Patient", token);
        using var cds = await enforced.Client.SendAsync(HttpMethod.Get, "/cds-services", token);

        Assert.Equal((401, 200), ((int)fhir.StatusCode, (int)cds.StatusCode));
    }

    /// <summary>A service that asks for tokens.</summary>
    public sealed class Enforced : IDisposable
    {
        private readonly TestServer _server = new(CdsClient.EnforcedFor(TestKey.Set(Key)));

        public Enforced() => Client = _server.CreateClient();

        internal static TestKey Key { get; } = TestKey.P384("key");

        internal HttpClient Client { get; }

        public void Dispose()
        {
            Client.Dispose();
            _server.Dispose();
        }
    }
}
