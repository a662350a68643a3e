using System.Text;
using System.Xml.Linq;

namespace FhirNaltrexone.Server.Tests.Rest;

/// <summary>Formats of answers and bodies (FHIR R4, http, mime types).</summary>
public sealed class NegotiationTests(SharedFhir shared) : IClassFixture<SharedFhir>
{
    private readonly FhirHttp _fhir = shared.WithOwn();

    [Theory]
    [InlineData("", null, "application/fhir+json")]
    [InlineData("", "*/*", "application/fhir+json")]
    [InlineData("", "application/*", "application/fhir+json")]
    [InlineData("", "application/fhir+json", "application/fhir+json")]
    [InlineData("", "application/json", "application/json")]
    [InlineData("", "text/json", "text/json")]
    [InlineData("", "application/json+fhir", "application/fhir+json")]
    [InlineData("", "application/fhir+xml", "application/fhir+xml")]
    [InlineData("", "application/xml", "application/xml")]
    [InlineData("", "text/xml", "text/xml")]
    [InlineData("", "application/fhir+json;q=0.5, application/fhir+xml", "application/fhir+xml")]
    [InlineData("", "application/fhir+xml;q=0.5, application/fhir+json", "application/fhir+json")]
    [InlineData("", "text/html, application/xml;q=0.9, */*;q=0.8", "application/xml")]
    [InlineData("", "*/*, application/fhir+xml", "application/fhir+xml")]
    [InlineData("", "application/fhir+json;q=0, */*", "application/fhir+xml")]
    [InlineData("", "application/fhir+json; fhirVersion=4.0", "application/fhir+json")]
    [InlineData("", "application/fhir+json; fhirVersion=3.0, application/fhir+xml", "application/fhir+xml")]
    [InlineData("", "application/fhir+json, */*; q=0.1", "application/fhir+json")]
    [InlineData("?_format=xml", "application/fhir+json", "application/fhir+xml")]
    [InlineData("?_format=json", "application/fhir+xml", "application/fhir+json")]
    [InlineData("?_format=application/fhir+xml", null, "application/fhir+xml")]
    [InlineData("?_format=application%2Ffhir%2Bxml", null, "application/fhir+xml")]
    [InlineData("?_format=text/xml", null, "text/xml")]
    [InlineData("?_format=", "application/fhir+xml", "application/fhir+xml")]
    public async Task The_answer_comes_in_the_format_asked_for(string query, string? accept, string expected)
    {
        await _fhir.StoreAsync("""{"resourceType":"Patient","id":"a"}""");

        using var response = await _fhir.GetAsync("/fhir/Patient/a" + query, accept is null ? [] : [("Accept", accept)]);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(expected, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("utf-8", response.Content.Headers.ContentType.CharSet);
        var text = await response.Content.ReadAsStringAsync();
        if (expected.Contains("xml", StringComparison.Ordinal)) Assert.Equal("{http://hl7.org/fhir}Patient", XElement.Parse(text).Name.ToString());
        else Assert.StartsWith("{", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("", "application/fhir+json;q=0")]
    [InlineData("", "application/fhir+json; fhirVersion=5.0")]
    [InlineData("", "application/pdf, text/turtle")]
    [InlineData("?_format=html", "application/fhir+json")]
    [InlineData("?_format=application/fhir%2Bjson;fhirVersion=3.0", null)]
    public async Task What_nobody_writes_here_is_refused_with_406_in_JSON(string query, string? accept)
    {
        using var response = await _fhir.GetAsync("/fhir/Patient" + query, accept is null ? [] : [("Accept", accept)]);

        var issue = await response.IssueAsync(406);
        Assert.Equal("not-supported", (string?)issue["code"]);
        Assert.Equal("application/fhir+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/pdf")]
    [InlineData("application/fhir+json; fhirVersion=3.0")]
    [InlineData("application/fhir+json; charset=iso-8859-1")]
    public async Task A_body_nobody_reads_here_is_refused_with_415(string contentType)
    {
        using var response = await _fhir.PostAsync("/fhir/Patient", """{"resourceType":"Patient"}""", ("Content-Type", contentType));

        Assert.Equal("not-supported", (string?)(await response.IssueAsync(415))["code"]);
    }

    [Theory]
    [InlineData("application/fhir+json", """{"resourceType":"Patient","active":true}""")]
    [InlineData("application/json; charset=UTF-8", """{"resourceType":"Patient","active":true}""")]
    [InlineData("text/json", """{"resourceType":"Patient","active":true}""")]
    [InlineData("application/json+fhir", """{"resourceType":"Patient","active":true}""")]
    [InlineData("application/fhir+json; fhirVersion=4.0", """{"resourceType":"Patient","active":true}""")]
    [InlineData("application/fhir+xml", """<Patient xmlns="http://hl7.org/fhir"><active value="true"/></Patient>""")]
    [InlineData("application/xml", """<Patient xmlns="http://hl7.org/fhir"><active value="true"/></Patient>""")]
    [InlineData("text/xml", """<Patient xmlns="http://hl7.org/fhir"><active value="true"/></Patient>""")]
    public async Task A_body_is_read_under_each_of_its_names(string contentType, string body)
    {
        using var response = await _fhir.PostAsync("/fhir/Patient", body, ("Content-Type", contentType));

        Assert.Equal(201, (int)response.StatusCode);
        Assert.True((bool)(await response.JsonAsync())["active"]!);
    }

    [Fact]
    public async Task The_format_of_the_body_does_not_follow_the_format_of_the_answer()
    {
        using var response = await _fhir.PostAsync("/fhir/Patient?_format=xml", """{"resourceType":"Patient","active":true}""");

        Assert.Equal("application/fhir+xml", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/fhir/Patient/none", 404)]
    [InlineData("/fhir/Nonsense/1", 404)]
    [InlineData("/fhir/a/b/c/d/e/f", 404)]
    [InlineData("/fhir/Patient?birthdate=banana", 400)]
    public async Task Errors_obey_negotiation_too(string path, int status)
    {
        using var response = await _fhir.GetAsync(path, ("Accept", "application/fhir+xml"));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("{http://hl7.org/fhir}OperationOutcome", XElement.Parse(await response.Content.ReadAsStringAsync()).Name.ToString());
    }

    [Theory]
    [InlineData("/fhir/Patient/a?_pretty=true", true)]
    [InlineData("/fhir/Patient/a", false)]
    [InlineData("/fhir/Patient?_pretty=true", true)]
    [InlineData("/fhir/Patient/a?_pretty=true&_format=xml", true)]
    public async Task Pretty_answers_have_lines(string path, bool isPretty)
    {
        await _fhir.StoreAsync("""{"resourceType":"Patient","id":"a","multipleBirthInteger":2}""");

        using var response = await _fhir.GetAsync(path);

        Assert.Equal(isPretty, (await response.Content.ReadAsStringAsync()).Contains("\n  ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Answers_are_packed_when_the_client_can_unpack(string encoding)
    {
        await _fhir.StoreAsync("""{"resourceType":"Patient","id":"a"}""");

        using var response = await _fhir.GetAsync("/fhir/Patient/a", ("Accept-Encoding", encoding));

        Assert.Equal(encoding, response.Header("Content-Encoding"));
        await using var packed = await response.Content.ReadAsStreamAsync();
        await using Stream plain = encoding == "gzip"
            ? new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress)
            : new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionMode.Decompress);
        Assert.Contains("Patient", await new StreamReader(plain, Encoding.UTF8).ReadToEndAsync(), StringComparison.Ordinal);
    }
}
