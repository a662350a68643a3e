using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Hostile.Fhir;

/// <summary>Good FHIR requests, damaged at random in 1,000 ways: whatever comes of it is an answer a client can rely on.</summary>
[Collection(OneFhirProcess.Name)]
public sealed class FhirMutationTests(FhirProcess process)
{
    private const int MutationsOfEach = 200;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(120);

    private const string Observation = """
        {"resourceType":"Observation","id":"mutated","meta":{"tag":[{"system":"http://x.example.org","code":"a"}]},"status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],
        "code":{"coding":[{"system":"http://loinc.org","code":"1742-6","display":"ALT"}],"text":"ALT"},"subject":{"reference":"Patient/hostile"},"effectivePeriod":{"start":"2026-03-01T08:00:00+01:00","end":"2026-03-02"},
        "valueQuantity":{"value":41.50,"unit":"U/L","system":"http://unitsofmeasure.org","code":"U/L"},"contained":[{"resourceType":"Practitioner","id":"p","name":[{"family":"x"}]}],"performer":[{"reference":"#p"}],
        "component":[{"code":{"text":"c"},"valueInteger":3},{"code":{"text":"d"},"valueRange":{"low":{"value":1},"high":{"value":2}}}]}
        """;

    private const string Transaction = """
        {"resourceType":"Bundle","type":"transaction","entry":[
        {"fullUrl":"urn:uuid:8c5f4f4c-4a5a-4a45-9b2c-5b3e1f2a7d11","resource":{"resourceType":"Patient","identifier":[{"system":"http://x.example.org","value":"m"}]},"request":{"method":"POST","url":"Patient","ifNoneExist":"identifier=http://x.example.org|m"}},
        {"resource":{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"urn:uuid:8c5f4f4c-4a5a-4a45-9b2c-5b3e1f2a7d11"}},"request":{"method":"POST","url":"Observation"}},
        {"resource":{"resourceType":"Observation","id":"mutated-2","status":"final","code":{"text":"x"},"subject":{"reference":"Patient?_id=hostile"}},"request":{"method":"PUT","url":"Observation/mutated-2"}},
        {"request":{"method":"DELETE","url":"Observation/nobody"}},{"request":{"method":"GET","url":"Observation?code=x&_count=2"}}]}
        """;

    private const string JsonPatch = """
        {"patch":[{"op":"test","path":"/gender","value":"female"},{"op":"add","path":"/telecom","value":[{"system":"phone","value":"1"}]},{"op":"replace","path":"/telecom/0/value","value":"2"},
        {"op":"copy","from":"/telecom","path":"/contact","value":1},{"op":"move","from":"/telecom/0","path":"/telecom/-"},{"op":"remove","path":"/telecom"}]}
        """;

    private const string FhirPathPatch = """
        {"resourceType":"Parameters","parameter":[{"name":"operation","part":[{"name":"type","valueCode":"add"},{"name":"path","valueString":"Patient"},{"name":"name","valueString":"birthDate"},{"name":"value","valueDate":"1990-05-17"}]},
        {"name":"operation","part":[{"name":"type","valueCode":"insert"},{"name":"path","valueString":"Patient.name"},{"name":"index","valueInteger":0},{"name":"value","valueHumanName":{"family":"x"}}]},
        {"name":"operation","part":[{"name":"type","valueCode":"delete"},{"name":"path","valueString":"Patient.name[0]"}]}]}
        """;

    [Theory]
    [InlineData("PUT", "/fhir/Observation/mutated", Observation, 20261201)]
    [InlineData("POST", "/fhir", Transaction, 20261202)]
    [InlineData("PATCH", "/fhir/Patient/hostile", JsonPatch, 20261203)]
    [InlineData("PATCH", "/fhir/Patient/hostile", FhirPathPatch, 20261204)]
    public async Task A_damaged_body_is_answered(string method, string path, string body, int seed)
    {
        var good = JsonNode.Parse(body)!.AsObject();
        var clock = Stopwatch.StartNew();
        var refused = 0;
        for (var i = 0; i < MutationsOfEach; i++)
        {
            var mutation = new Mutation(seed + i);
            var damaged = mutation.Apply(good);
            var isPatch = good.ContainsKey("patch");
            var text = isPatch ? damaged["patch"]?.ToJsonString() ?? "null" : damaged.ToJsonString();
            refused += await IsRefusedAsync(method, path, text, isPatch ? "application/json-patch+json" : "application/fhir+json", $"seed {seed + i}: {mutation.Steps}") ? 1 : 0;
        }

        Assert.InRange(refused, MutationsOfEach / 10, MutationsOfEach);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeLimit);
        await process.AssertWellAsync("the mutations");
    }

    [Fact]
    public async Task A_damaged_query_is_answered()
    {
        const string Good = "code=http://loinc.org|1742-6&subject:Patient.name=a\\,b&date=ge2026-01-01&value-quantity=gt5.4|http://unitsofmeasure.org|mg&_has:Observation:patient:code=x&_include=Observation:subject&_sort=-date,code&_count=5&_elements=code,status";
        const string Strange = "&=,|$\\:%-+._*'\"()[]<>\u0000\u00e9\ud83d\ude00 09azAZ";
        for (var i = 0; i < MutationsOfEach; i++)
        {
            var random = new Random(20261205 + i);
            var query = new StringBuilder(Good);
            for (var left = random.Next(1, 6); left > 0; left--)
            {
                var at = random.Next(query.Length);
                switch (random.Next(3))
                {
                    case 0: query.Remove(at, Math.Min(random.Next(1, 8), query.Length - at)); break;
                    case 1: query.Insert(at, Strange[random.Next(Strange.Length)]); break;
                    default: query.Insert(at, Good.AsSpan(random.Next(Good.Length - 20), 20)); break;
                }
            }

            var path = "/fhir/Observation?" + Escape(query.ToString()).Replace("%3D", "=", StringComparison.Ordinal).Replace("%26", "&", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal);
            await IsRefusedAsync("GET", path, null, string.Empty, $"seed {20261205 + i}: {path}");
        }

        await process.AssertWellAsync("the mutations");
    }

    // Damage may leave half a surrogate pair, which becomes U+FFFD.
    private static string Escape(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(one => char.IsAsciiLetterOrDigit((char)one) ? $"{(char)one}" : $"%{one:X2}"));

    private async Task<bool> IsRefusedAsync(string method, string path, string? body, string contentType, string what)
    {
        using var message = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) message.Content = new StringContent(body, new UTF8Encoding(false), contentType);
        try
        {
            using var response = await process.Server.Client.SendAsync(message);
            await FhirReplies.CheckAsync(response);
            return !response.IsSuccessStatusCode;
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{what}\n{body}", failure);
        }
    }
}
