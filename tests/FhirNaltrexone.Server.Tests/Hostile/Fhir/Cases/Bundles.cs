namespace FhirNaltrexone.Server.Tests.Hostile.Fhir.Cases;

/// <summary>Batches and transactions that contradict themselves, point in circles or out of the server, or never end.</summary>
internal static class Bundles
{
    private const string Patient = """{"resourceType":"Patient","active":true}""";
    private const string Urn = "urn:uuid:8c5f4f4c-4a5a-4a45-9b2c-5b3e1f2a7d0";

    public static IEnumerable<FhirCase> All() => Shapes().Concat(Sizes()).Concat(Requests()).Concat(Conditions()).Concat(Links()).Concat(Batches());

    private static IEnumerable<FhirCase> Shapes()
    {
        yield return new("Bundle: no bundle", 400) { Path = "", Text = Patient };
        yield return new("Bundle: nothing", 400) { Path = "", Text = string.Empty };
        yield return new("Bundle: a bundle of no kind", 400) { Path = "", Text = """{"resourceType":"Bundle"}""" };
        yield return new("Bundle: a searchset", 400) { Path = "", Text = """{"resourceType":"Bundle","type":"searchset"}""", Tells = "transaction" };
        yield return new("Bundle: a kind nobody knows", 400) { Path = "", Text = """{"resourceType":"Bundle","type":"banana"}""" };
        yield return new("Bundle: a kind that is false", 400) { Path = "", Text = """{"resourceType":"Bundle","type":false,"entry":[]}""" };
        yield return new("Bundle: entries that are an object", 400) { Path = "", Text = """{"resourceType":"Bundle","type":"batch","entry":{}}""" };
        yield return Transaction("null as entry", "null", 400);
        yield return Transaction("a number as entry", "1", 400);
        yield return Transaction("an entry without request", $$"""{"resource":{{Patient}}}""", 400) with { Tells = "Bundle.entry[0]" };
        yield return Transaction("an entry without resource", """{"request":{"method":"POST","url":"Patient"}}""", 400) with { Tells = "Bundle.entry[0]" };
        yield return Transaction("a bundle within the bundle", Entry("POST", "", """{"resourceType":"Bundle","type":"batch"}"""), 400);
        yield return Transaction("a bundle as resource", Entry("POST", "Bundle", $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{Post(Patient)}}]}"""), 200, 400);
        yield return Transaction("arrays 100,000 deep", Repeat.Nest("[", "]", 100_000), 400);
        yield return Transaction("a fruit as member", Post("""{"resourceType":"Patient","banana":1}"""), 400) with { Tells = "Bundle.entry[0]" };
    }

    private static IEnumerable<FhirCase> Sizes()
    {
        yield return Transaction("Heavy: 5,001 entries", Repeat.List(5_001, _ => Post(Patient)), 413);
        yield return Transaction("a resource of 3 MB", Post($$"""{"resourceType":"Patient","name":[{"family":"{{"x".Times(3_000_000)}}"}]}"""), 413, 400);
        yield return Transaction("20,000 references to nothing", Post(ListOf(20_000)), 200, 400, 413, 422);
        yield return Batch("Heavy: 1,000 searches", Repeat.List(1_000, _ => """{"request":{"method":"GET","url":"Patient?_id=nobody&_count=1"}}"""), 200, 413, 503);
    }

    private static IEnumerable<FhirCase> Requests()
    {
        foreach (var url in new[] { "../metadata", "Patient/../../x", "..", "http://elsewhere.example.org/fhir/Patient", "file:///etc/passwd", "//elsewhere/Patient", "Banana", "Patient/a_b", "Patient/%00", "javascript:alert(1)", "Patient/hostile/_history/1", "?", "#x", "x".Times(10_000) })
        {
            yield return Transaction($"an entry to {(url.Length > 99 ? "an address of 10,000 letters" : url)}", Entry("PUT", url, """{"resourceType":"Patient","id":"x"}"""), 400, 404, 405, 413);
        }

        foreach (var method in new[] { "BREW", "TRACE", "", "post", "CONNECT" })
        {
            yield return Transaction($"method '{method}'", Entry(method, "Patient", Patient), 400);
        }

        yield return Transaction("DELETE of everything", """{"request":{"method":"DELETE","url":"Patient"}}""", 400, 412, 405);
        yield return Transaction("DELETE by a criterion nobody knows", """{"request":{"method":"DELETE","url":"Patient?banana=1"}}""", 400, 412);
        yield return Transaction("PUT with another id", Entry("PUT", "Patient/x", """{"resourceType":"Patient","id":"y"}"""), 400) with { Tells = "Bundle.entry[0]" };
        yield return Transaction("POST of another type", Entry("POST", "Observation", Patient), 400);
        yield return Transaction("PATCH with what is no patch", Entry("PATCH", "Patient/hostile", Patient), 400, 422);
        yield return Transaction("PATCH with a Binary that is no patch", Entry("PATCH", "Patient/hostile", """{"resourceType":"Binary","contentType":"application/json-patch+json","data":"AAAA"}"""), 400, 422);
    }

    private static IEnumerable<FhirCase> Conditions()
    {
        const string Twice = """{"resourceType":"Patient","id":"twice"}""";
        yield return Transaction("the same resource twice", $"{Entry("PUT", "Patient/twice", Twice)},{Entry("PUT", "Patient/twice", Twice)}", 400) with { Tells = "entr" };
        yield return Transaction("the same resource changed and deleted", $$$"""{{{Entry("PUT", "Patient/twice", Twice)}}},{"request":{"method":"DELETE","url":"Patient/twice"}}""", 400);
        yield return Transaction("the same fullUrl twice", $"{Full($"{Urn}1", Patient)},{Full($"{Urn}1", Patient)}", 400);
        yield return Transaction("ifMatch garbage", Entry("PUT", "Patient/hostile", """{"resourceType":"Patient","id":"hostile"}""", More("ifMatch", "banana")), 400, 412);
        yield return Transaction("ifNoneExist of 60,000 letters", Entry("POST", "Patient", Patient, More("ifNoneExist", "identifier=" + "x".Times(60_000))), 200, 400, 412, 413);
        yield return Transaction("ifNoneExist by what nobody knows", Entry("POST", "Patient", Patient, More("ifNoneExist", "banana=1")), 400, 412) with { Tells = "Bundle.entry[0]" };
        yield return Transaction("ifNoneExist of another type", Entry("POST", "Patient", Patient, More("ifNoneExist", "Observation?code=x")), 400, 412);
        yield return Transaction("ifNoneExist with 3,000 values", Entry("POST", "Patient", Patient, More("ifNoneExist", "identifier=" + Repeat.List(3_000, i => $"{i}"))), 400, 412, 413);
        yield return Transaction("ifNoneExist with a chain of 12 links", Entry("POST", "Patient", Patient, More("ifNoneExist", "organization" + ".partof".Times(12) + ".name=x")), 400, 412, 413);
        yield return Transaction("ifModifiedSince garbage", """{"request":{"method":"GET","url":"Patient/hostile","ifModifiedSince":"yesterday"}}""", 400);
    }

    private static IEnumerable<FhirCase> Links()
    {
        yield return Transaction("references in a circle", $"{Full($"{Urn}1", Refers($"{Urn}2"))},{Full($"{Urn}2", Refers($"{Urn}1"))}", 200);
        yield return Transaction("a reference to itself", Full($"{Urn}3", Refers($"{Urn}3")), 200);
        yield return Transaction("a reference to nothing in the bundle", Full($"{Urn}4", Refers($"{Urn}5")), 200, 400);
        yield return Transaction("a conditional reference that matches nothing", Full($"{Urn}6", Refers("Patient?identifier=nobody|nothing")), 400, 412) with { Tells = "Bundle.entry[0]" };
        yield return Transaction("a conditional reference to everything", Full($"{Urn}7", Refers("Patient?")), 400, 412);
        yield return Transaction("a conditional reference by a result parameter", Full($"{Urn}8", Refers("Patient?_count=1")), 400, 412);
        yield return Transaction("a conditional reference with U+0000", Full($"{Urn}9", Refers("Patient?name=a%00b")), 400, 412);
        yield return Transaction("a conditional reference of 30,000 letters", Full($"{Urn}a", Refers("Patient?name=" + "q".Times(30_000))), 400, 412, 413);
        yield return Transaction("1,000 conditional references", Repeat.List(100, i => Full($"urn:uuid:8c5f4f4c-4a5a-4a45-9b2c-5b3e1f2a{i:0000}", Refers($"Patient?name=nobody{i}"))), 400, 412, 413);
        yield return Transaction("a fullUrl that is no address", Full("banana%%", Patient), 200, 400);
        yield return Transaction("a narrative whose link is a circle", Full($"{Urn}b", $$$"""{"resourceType":"Patient","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><a href=\"{{{Urn}}}b\">me</a></div>"}}"""), 200);
    }

    private static IEnumerable<FhirCase> Batches()
    {
        yield return Batch("an operation nobody knows", """{"request":{"method":"GET","url":"Patient/$banana"}}""", 200);
        yield return Batch("an operation of the system", """{"request":{"method":"POST","url":"$banana"},"resource":{"resourceType":"Parameters"}}""", 200);
        yield return Batch("every method nobody knows", """{"request":{"method":"BREW","url":"Patient"}}""", 200, 400);
        yield return Batch("entries that are nothing", "{},{},{}", 200, 400);
        yield return Batch("a bundle within the batch", Entry("POST", "", """{"resourceType":"Bundle","type":"batch"}"""), 200, 400);
        yield return Batch("a batch of references between entries", $"{Full($"{Urn}c", Refers($"{Urn}d"))},{Full($"{Urn}d", Patient)}", 200);
        yield return Batch("a history beyond any count", """{"request":{"method":"GET","url":"Patient/hostile/_history?_count=99999999999"}}""", 200);
        yield return Batch("a search of a fruit", """{"request":{"method":"GET","url":"Patient?birthdate=banana"}}""", 200);
        yield return Batch("one's own export", """{"request":{"method":"GET","url":"$export"}}""", 200);
    }

    private static string ListOf(int count)
        => """{"resourceType":"List","status":"current","mode":"working","entry":[""" + Repeat.List(count, i => $"{{\"item\":{{\"reference\":\"{Urn}{i}\"}}}}") + "]}";

    private static string Refers(string target) => $$$"""{"resourceType":"Patient","link":[{"other":{"reference":"{{{target}}}"},"type":"seealso"}]}""";

    private static string Post(string resource) => Entry("POST", "Patient", resource).Replace("\"url\":\"Patient\"", $"\"url\":\"{(resource.Contains("\"List\"", StringComparison.Ordinal) ? "List" : "Patient")}\"", StringComparison.Ordinal);

    private static string Full(string fullUrl, string resource) => $"{{\"fullUrl\":\"{fullUrl}\",{Post(resource)[1..]}";

    private static string Entry(string method, string url, string resource, string more = "")
        => $"{{\"resource\":{resource},\"request\":{{\"method\":\"{method}\",\"url\":\"{url}\"{more}}}}}";

    private static string More(string member, string value) => $",\"{member}\":\"{value}\"";

    private static FhirCase Transaction(string name, string entries, params int[] statuses) => Bundle("Transaction: ", "transaction", name, entries, statuses);

    private static FhirCase Batch(string name, string entries, params int[] statuses) => Bundle("Batch: ", "batch", name, entries, statuses);

    private static FhirCase Bundle(string kind, string type, string name, string entries, int[] statuses)
        => new(name.StartsWith("Heavy: ", StringComparison.Ordinal) ? $"Heavy: {kind}{name["Heavy: ".Length..]}" : kind + name, statuses)
        {
            Path = "",
            Text = $$"""{"resourceType":"Bundle","type":"{{type}}","entry":[{{entries}}]}""",
        };
}
