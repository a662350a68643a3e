namespace FhirNaltrexone.Storage.Tests.Interactions;

public sealed class ReadingTests : IDisposable
{
    private readonly InteractionFixture _server = new();

    [Fact]
    public async Task An_unknown_id_is_not_found()
    {
        Assert.Equal(404, (await _server.Read("Patient/none")).Status);
        Assert.Equal(404, (await _server.ReadVersion("Patient/none", "1")).Status);
    }

    [Fact]
    public async Task A_deleted_resource_is_gone_and_its_older_versions_are_not()
    {
        await _server.Put("Patient/1", """{"resourceType":"Patient","id":"1","active":true}""");
        await _server.Delete("Patient/1");

        var read = await _server.Read("Patient/1");

        Assert.Equal(410, read.Status);
        Assert.Equal(2, read.Resource!.Version);
        Assert.Equal(410, (await _server.ReadVersion("Patient/1", "2")).Status);
        Assert.Equal(200, (await _server.ReadVersion("Patient/1", "1")).Status);
    }

    [Theory]
    [InlineData("0"), InlineData("01"), InlineData("3"), InlineData("x"), InlineData("-1"), InlineData("99999999999"), InlineData("")]
    public async Task A_version_that_never_was_is_not_found(string version)
    {
        await _server.Put("Patient/1", """{"resourceType":"Patient","id":"1","active":true}""");

        Assert.Equal(404, (await _server.ReadVersion("Patient/1", version)).Status);
    }

    [Theory]
    [InlineData("W/\"1\"", 304)]
    [InlineData("\"1\"", 304)]
    [InlineData("*", 304)]
    [InlineData("W/\"2\", W/\"1\"", 304)]
    [InlineData("W/\"2\"", 200)]
    [InlineData("W/\"", 400)]
    public async Task What_the_client_has_already_is_not_sent_again(string tags, int status)
    {
        await _server.Put("Patient/1", """{"resourceType":"Patient","id":"1","active":true}""");

        Assert.Equal(status, (await _server.Read("Patient/1", new() { IfNoneMatch = tags })).Status);
    }

    [Fact]
    public async Task Dates_of_the_client_have_the_grain_of_a_second()
    {
        await _server.Put("Patient/1", """{"resourceType":"Patient","id":"1","active":true}""");
        var second = InteractionFixture.Start.AddMilliseconds(-250);

        Assert.Equal(304, (await _server.Read("Patient/1", new() { IfModifiedSince = second })).Status);
        Assert.Equal(200, (await _server.Read("Patient/1", new() { IfModifiedSince = second.AddSeconds(-1) })).Status);
    }

    [Fact]
    public async Task An_entity_tag_wins_over_a_date()
    {
        await _server.Put("Patient/1", """{"resourceType":"Patient","id":"1","active":true}""");

        var read = await _server.Read("Patient/1", new() { IfNoneMatch = "W/\"9\"", IfModifiedSince = InteractionFixture.Start.AddDays(1) });

        Assert.Equal(200, read.Status);
    }

    public void Dispose() => _server.Dispose();
}
