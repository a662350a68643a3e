namespace FhirNaltrexone.Server.Tests.Rest;

/// <summary>Batches and transactions over HTTP (what they do to resources is proved with the store).</summary>
public sealed class BundleTests : IDisposable
{
    private readonly FhirHttp _fhir = new();

    [Theory]
    [InlineData("/fhir")]
    [InlineData("/fhir/")]
    public async Task A_transaction_stores_all_and_answers_each_entry_in_order(string path)
    {
        using var response = await _fhir.PostAsync(path, """
            {"resourceType":"Bundle","type":"transaction","entry":[
              {"fullUrl":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0","resource":{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"urn:uuid:88f151c0-a954-468a-88bd-5ae15c08e059"}},"request":{"method":"POST","url":"Observation"}},
              {"fullUrl":"urn:uuid:88f151c0-a954-468a-88bd-5ae15c08e059","resource":{"resourceType":"Patient","id":"p"},"request":{"method":"PUT","url":"Patient/p"}},
              {"request":{"method":"GET","url":"Observation?subject=Patient/p"}},
              {"request":{"method":"GET","url":"Patient/p/_history"}}]}
            """);

        var bundle = await response.JsonAsync();
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("transaction-response", (string?)bundle["type"]);
        var entries = bundle["entry"]!.AsArray();
        Assert.Equal(["201", "201", "200", "200"], entries.Select(entry => (string?)entry!["response"]!["status"]));
        Assert.Equal("http://localhost/fhir/Patient/p/_history/1", (string?)entries[1]!["response"]!["location"]);
        Assert.Equal("W/\"1\"", (string?)entries[1]!["response"]!["etag"]);
        Assert.Null(entries[1]!["resource"]);
        Assert.Single(entries[2]!["resource"]!.AsObject().Ids());
        Assert.Equal("history", (string?)entries[3]!["resource"]!["type"]);
    }

    [Fact]
    public async Task A_transaction_with_one_bad_entry_leaves_nothing_and_names_it()
    {
        using var response = await _fhir.PostAsync("/fhir", """
            {"resourceType":"Bundle","type":"transaction","entry":[
              {"resource":{"resourceType":"Patient","id":"p"},"request":{"method":"PUT","url":"Patient/p"}},
              {"resource":{"resourceType":"Patient","id":"q","gender":"banana"},"request":{"method":"PUT","url":"Patient/q"}}]}
            """);

        Assert.Equal("Bundle.entry[1].resource.gender", (string?)(await response.IssueAsync(400))["expression"]![0]);
        using var read = await _fhir.GetAsync("/fhir/Patient/p");
        Assert.Equal(404, (int)read.StatusCode);
    }

    [Fact]
    public async Task A_bad_entry_of_a_batch_touches_no_other()
    {
        using var response = await _fhir.PostAsync("/fhir", """
            {"resourceType":"Bundle","type":"batch","entry":[
              {"resource":{"resourceType":"Patient","id":"q","gender":"banana"},"request":{"method":"PUT","url":"Patient/q"}},
              {"resource":{"resourceType":"Patient","id":"p"},"request":{"method":"PUT","url":"Patient/p"}},
              {"request":{"method":"GET","url":"metadata"}},
              {"request":{"method":"GET","url":"$nothing"}}]}
            """);

        var entries = (await response.JsonAsync())["entry"]!.AsArray();
        Assert.Equal(["400", "201", "200", "404"], entries.Select(entry => (string?)entry!["response"]!["status"]));
        Assert.Equal("Bundle.entry[0].resource.gender", (string?)entries[0]!["response"]!["outcome"]!["issue"]![0]!["expression"]![0]);
        Assert.Equal("CapabilityStatement", (string?)entries[2]!["resource"]!["resourceType"]);
    }

    [Fact]
    public async Task A_bundle_in_XML_is_answered_in_XML()
    {
        const string xml = """
            <Bundle xmlns="http://hl7.org/fhir"><type value="transaction"/><entry><resource><Patient><id value="x"/></Patient></resource>
            <request><method value="PUT"/><url value="Patient/x"/></request></entry></Bundle>
            """;

        using var response = await _fhir.PostAsync("/fhir", xml, ("Content-Type", "application/fhir+xml"), ("Accept", "application/fhir+xml"));

        Assert.Contains("<status value=\"201\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient"}""", 400)]
    [InlineData("""{"resourceType":"Bundle","type":"collection"}""", 400)]
    [InlineData("""{"resourceType":"Bundle"}""", 400)]
    [InlineData("""{"resourceType":"Bundle","type":"transaction"}""", 200)]
    [InlineData("", 400)]
    public async Task Only_a_batch_or_transaction_can_be_sent_to_the_base(string body, int status)
    {
        using var response = await _fhir.PostAsync("/fhir", body);

        Assert.Equal(status, (int)response.StatusCode);
    }

    public void Dispose() => _fhir.Dispose();
}
