namespace FhirNaltrexone.Server.Tests.Conformance.Running;

/// <summary>What each kind of operation sends.</summary>
public sealed class RequestTests
{
    private const string Stored = """{"resourceType":"Patient","id":"p","meta":{"versionId":"7"}}""";

    [Theory]
    [InlineData("""  "type":{"code":"read"},"targetId":"seen" """, "GET /Patient/p")]
    [InlineData("""  "type":{"code":"vread"},"targetId":"seen" """, "GET /Patient/p/_history/7")]
    [InlineData("""  "type":{"code":"history"},"targetId":"seen" """, "GET /Patient/p/_history")]
    [InlineData("""  "type":{"code":"history"},"resource":"Patient" """, "GET /Patient/_history")]
    [InlineData("""  "type":{"code":"history"},"params":"?_count=2" """, "GET /_history?_count=2")]
    [InlineData("""  "type":{"code":"history"},"resource":"Patient","params":"/p/_history" """, "GET /Patient/p/_history")]
    [InlineData("""  "type":{"code":"create"},"resource":"Patient","sourceId":"f" """, "POST /Patient")]
    [InlineData("""  "type":{"code":"update"},"sourceId":"f" """, "PUT /Patient/f")]
    [InlineData("""  "type":{"code":"update"},"sourceId":"f","targetId":"seen" """, "PUT /Patient/p")]
    [InlineData("""  "type":{"code":"update"},"resource":"Patient","sourceId":"f","params":"?name=x" """, "PUT /Patient?name=x")]
    [InlineData("""  "type":{"code":"delete"},"targetId":"seen" """, "DELETE /Patient/p")]
    [InlineData("""  "type":{"code":"deleteCondSingle"},"resource":"Patient","params":"?name=x" """, "DELETE /Patient?name=x")]
    [InlineData("""  "type":{"code":"search"},"resource":"Patient","params":"?name=x" """, "GET /Patient?name=x")]
    [InlineData("""  "type":{"code":"search"},"resource":"Patient","method":"post","params":"?name=x" """, "POST /Patient/_search", "name=x")]
    [InlineData("""  "type":{"code":"capabilities"} """, "GET /metadata")]
    [InlineData("""  "type":{"code":"transaction"},"sourceId":"f" """, "POST ")]
    [InlineData("""  "type":{"code":"everything"},"targetId":"seen" """, "GET /Patient/p/$everything")]
    [InlineData("""  "type":{"code":"validate"},"resource":"Patient","sourceId":"f","params":"?mode=create" """, "POST /Patient/$validate?mode=create")]
    [InlineData("""  "type":{"code":"expand"},"resource":"ValueSet","params":"/v/$expand?count=1" """, "GET /ValueSet/v/$expand?count=1")]
    [InlineData("""  "url":"Patient/p/$meta?x=http://a","method":"get" """, "GET /Patient/p/$meta?x=http://a")]
    [InlineData("""  "type":{"code":"patch"},"targetId":"seen","sourceId":"binary" """, "PATCH /Patient/p", "[]")]
    public async Task The_request_is_what_the_operation_means(string operation, string request, string? body = null)
    {
        using var server = new FakeServer(_ => (200, Stored));

        await ScriptBench.RunAsync(server, $$$"""
            "contained":[{"resourceType":"Patient","id":"f"},{"resourceType":"Binary","id":"b","contentType":"application/json-patch+json","data":"W10="}],
            "fixture":[{"id":"f","autocreate":false,"autodelete":false,"resource":{"reference":"#f"}},{"id":"binary","autocreate":false,"autodelete":false,"resource":{"reference":"#b"}}],
            "test":[{"action":[{"operation":{"url":"Patient/p","method":"get","responseId":"seen","encodeRequestUrl":true}},{"operation":{{{{operation}}},"encodeRequestUrl":true}}]}]
            """);

        Assert.Equal(request, server.Requests[1]);
        if (body is not null) Assert.Equal(body, server.Bodies[1]);
    }

    [Theory]
    [InlineData(true, "GET /Patient?name=a b", "a%20b")]
    [InlineData(false, "GET /Patient?name=a+b%7C", "a+b%7C")]
    public async Task The_URL_is_encoded_or_left_as_it_stands(bool isEncoded, string request, string sent)
    {
        var seen = "";
        using var server = new FakeServer(message =>
        {
            seen = message.RequestUri!.AbsoluteUri;
            return (200, Stored);
        });

        await ScriptBench.RunAsync(server, $$$"""
            "test":[{"action":[{"operation":{"type":{"code":"search"},"resource":"Patient","params":"{{{request["GET /Patient".Length..]}}}","encodeRequestUrl":{{{(isEncoded ? "true" : "false")}}}}}]}]
            """);

        Assert.EndsWith(sent, seen, StringComparison.Ordinal);
    }
}
