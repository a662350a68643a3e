namespace FhirNaltrexone.Server.Tests.Rest;

/// <summary>Binaries as bare data (FHIR R4, Binary).</summary>
public sealed class BinaryTests(SharedFhir shared) : IClassFixture<SharedFhir>
{
    private readonly FhirHttp _fhir = shared.WithOwn("own");

    [Theory]
    [InlineData("text/plain", 200)]
    [InlineData("text/*, image/png", 200)]
    [InlineData("*/*", 200)]
    [InlineData("image/png", 406)]
    public async Task Data_sent_bare_come_back_bare_to_whom_accepts_their_type(string accept, int status)
    {
        byte[] data = [0, 1, 2, 255];
        using var created = await _fhir.SendBytesAsync("POST", "/fhir/Binary", data, ("Content-Type", "text/plain"));
        var id = (string?)(await created.JsonAsync())["id"];

        using var response = await _fhir.GetAsync($"/fhir/Binary/{id}", ("Accept", accept));

        Assert.Equal(201, (int)created.StatusCode);
        Assert.Equal(status, (int)response.StatusCode);
        if (status == 200)
        {
            Assert.Equal(data, await response.Content.ReadAsByteArrayAsync());
            Assert.Equal("attachment", response.Header("Content-Disposition"));
            Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task A_binary_is_a_resource_to_whom_asks_for_one()
    {
        using var put = await _fhir.SendBytesAsync("PUT", _fhir.Own("/fhir/Binary/own"), "hi"u8.ToArray(), ("Content-Type", "image/png"));
        using var response = await _fhir.GetAsync("/fhir/Binary/own", ("Accept", "application/fhir+json"));

        Assert.Equal(201, (int)put.StatusCode);
        Assert.Equal(("image/png", "aGk="), ((string?)(await response.JsonAsync())["contentType"], (string?)(await response.JsonAsync())["data"]));
    }
}
