namespace FhirNaltrexone.Server.Tests.Hostile.Fhir.Cases;

/// <summary>Addresses that mean nothing, or something else than they seem to, and methods that they do not take.</summary>
internal static class Addresses
{
    public static IEnumerable<FhirCase> All() => Paths().Concat(Versions()).Concat(Methods());

    private static IEnumerable<FhirCase> Paths()
    {
        string[] nowhere =
        [
            "/Patient/a%00b", "/Patient/..%2fmetadata", "/Patient/%2e%2e%2fmetadata", "/Patient/..%5c..%5cetc", "/Patient%2fhostile", "/Patient/hostile%2f_history", "/Patient/a_b",
            "/Patient/" + "x".Times(65), "/Patient/%ff%fe", "/Patient/%ed%a0%80", "/Patient/%F0%9F%98%80", "/Patient/hostile%0d%0aX-Evil:%20y", "/Patient/hostile;x=1", "/patient/hostile",
            "/Banana", "/Banana/1", "/__proto__", "/Patient/hostile/Banana", "/Patient/hostile/Observation/a/b", "/Patient/hostile/Observation/_search/x", "/metadata/x", "/_history/1",
            "/Resource/1", "/DomainResource", "/Patient/%27%20OR%201=1--", "/Patient/*", "/Patient/%2a", "/Patient/{id}", "/Patient/hostile%20", "/Patient/hostile.", "/../etc/passwd%00.json",
        ];
        foreach (var path in nowhere) yield return FhirCase.Get($"Nothing at {(path.Length > 70 ? path[..70] : path)}", path, 404, 400) with { IsBare = path.Contains("%00", StringComparison.Ordinal) };
        yield return FhirCase.Get("Dots that lead to another address", "/Patient/%2e%2e/metadata", 200, 400, 404);
        yield return FhirCase.Get("Two slashes", "/Patient//hostile", 200, 400, 404);
        yield return FhirCase.Get("An address of 9,000 letters", "/Patient/" + "x".Times(9_000), 414);
        yield return FhirCase.Get("A query of 9,000 letters", "/Patient?name=" + "x".Times(9_000), 414);
        yield return FhirCase.Get("An address of 40,000 letters", "/Patient?name=" + "x".Times(40_000), 414) with { IsBare = true };
    }

    private static IEnumerable<FhirCase> Versions()
    {
        foreach (var version in new[] { "0", "-1", "abc", "1.0", "99999999999999999999", "%00", "01", "1%20" })
        {
            yield return FhirCase.Get($"Version {version}", $"/Patient/hostile/_history/{version}", 404, 400) with { IsBare = version == "%00" };
        }

        foreach (var query in new[] { "_since=never", "_since=2026-02-30", "_at=x", "_count=-1", "_count=1e3", "_page=forged", "_since=2026&_since=2025", "_total=banana", "_offset=-1", "_offset=99999999999" })
        {
            yield return FhirCase.Get($"A history with {query}", $"/Patient/hostile/_history?{query}", 400);
        }

        yield return FhirCase.Get("A history with _count=99999999999", "/Patient/hostile/_history?_count=99999999999", 200);
        yield return FhirCase.Get("The history of a resource that never was", "/Patient/never-was/_history", 404);
    }

    private static IEnumerable<FhirCase> Methods()
    {
        foreach (var (method, path) in new[]
        {
            ("BREW", "/Patient/hostile"), ("TRACE", "/Patient/hostile"), ("POST", "/Patient/hostile"), ("PUT", "/metadata"), ("DELETE", "/metadata"), ("PUT", ""), ("DELETE", ""), ("PATCH", ""),
            ("DELETE", "/Patient/hostile/_history/1"), ("PUT", "/Patient/hostile/_history/1"), ("GET", "/Patient/_search"),
        })
        {
            yield return new($"{method} {path}", 405, 404) { Method = method, Path = path, Text = "{}" };
        }

        yield return new("DELETE of everything", 400, 412) { Method = "DELETE", Path = "/Patient" };
        yield return new("DELETE by a criterion nobody knows", 400) { Method = "DELETE", Path = "/Patient?banana=1", Tells = "banana" };
        yield return new("DELETE by an empty criterion", 400, 412) { Method = "DELETE", Path = "/Patient?_id=" };
        yield return new("DELETE by what is no filter", 400, 412) { Method = "DELETE", Path = "/Patient?_count=1" };
        yield return new("PUT of everything", 400, 412) { Method = "PUT", Path = "/Patient", Text = """{"resourceType":"Patient"}""" };
        yield return new("PATCH of everything", 400, 412) { Method = "PATCH", Path = "/Patient", ContentType = "application/json-patch+json", Text = "[]" };
    }
}
