namespace FhirNaltrexone.Server.Tests.Hostile.Fhir.Cases;

/// <summary>Operations called where they are not, or with what they do not take.</summary>
internal static class OperationCases
{
    // An operation that this server does not have is 404, one that is called by the wrong method 405.
    private static readonly int[] Refused = [400, 403, 404, 405, 422];

    public static IEnumerable<FhirCase> All()
    {
        foreach (var path in new[]
        {
            "/$banana", "/Patient/$banana", "/Patient/hostile/$banana", "/$", "/Patient/$", "/$export/x", "/Banana/$meta", "/Observation/hostile/$everything", "/Patient/a_b/$everything", "/Patient/never-was/$everything",
            "/Patient/hostile/$everything?_count=banana", "/Patient/hostile/$everything?start=never", "/$export?_type=Banana", "/$export?_outputFormat=banana", "/$export?_since=never", "/Group/never-was/$export",
            "/Group/a_b/$export", "/Observation/$lastn?max=-1", "/Patient/hostile/$purge-history", "/$meta-add", "/Patient/hostile/$meta-delete", "/$import", "/$%00", "/$" + "x".Times(3_000),
        })
        {
            yield return FhirCase.Get($"Operation: GET {(path.Length > 60 ? "of 3,000 letters" : path)}", path, Refused) with { IsBare = path.Contains("%00", StringComparison.Ordinal) };
        }

        foreach (var (path, body) in new[]
        {
            ("/$banana", "{}"), ("/Patient/hostile/$meta-add", "{}"), ("/Patient/hostile/$meta-add", """{"resourceType":"Patient"}"""), ("/Patient/hostile/$meta-add", """{"resourceType":"Parameters","parameter":[{"name":"meta","valueString":"x"}]}"""),
            ("/Patient/hostile/$meta-delete", """{"resourceType":"Parameters","parameter":[{"name":"banana"}]}"""), ("/Patient/never-was/$meta-add", """{"resourceType":"Parameters","parameter":[{"name":"meta","valueMeta":{"tag":[{"code":"x"}]}}]}"""),
            ("/$import", "{}"), ("/$import", """{"resourceType":"Parameters","parameter":[{"name":"input","part":[{"name":"url","valueUri":"file:///etc/passwd"}]}]}"""), ("/$import", """{"resourceType":"Parameters"}"""),
            ("/Patient/hostile/$everything", "[]"), ("/Observation/$lastn", """{"resourceType":"Parameters","parameter":[{"name":"max","valueInteger":-1}]}"""), ("/Patient/hostile/$purge-history", "[1]"),
        })
        {
            yield return new($"Operation: POST {path} {body}", Refused) { Path = path, Text = body };
        }

        yield return new("Heavy: operation with arrays 100,000 deep", Refused) { Path = "/Patient/hostile/$meta-add", Text = Repeat.Nest("[", "]", 100_000) };
    }
}
