namespace FhirNaltrexone.Server.Tests.Hostile.Fhir.Cases;

/// <summary>Patches that grow, that reach for what no patch may change, or whose paths never end.</summary>
internal static class Patches
{
    private const string JsonPatch = "application/json-patch+json";

    public static IEnumerable<FhirCase> All() => Json().Concat(Bombs()).Concat(FhirPath()).Concat(Media());

    private static IEnumerable<FhirCase> Json()
    {
        yield return Patch("No array", "{}", 400);
        yield return Patch("An array of numbers", "[1,2]", 400);
        yield return Patch("An operation nobody knows", """[{"op":"banana","path":"/active","value":true}]""", 400);
        yield return Patch("No path", """[{"op":"add","value":true}]""", 400);
        yield return Patch("No value", """[{"op":"add","path":"/active"}]""", 400);
        yield return Patch("No from", """[{"op":"move","path":"/active"}]""", 400);
        yield return Patch("A pointer without slash", """[{"op":"remove","path":"active"}]""", 400, 422);
        yield return Patch("A pointer with a wrong escape", """[{"op":"remove","path":"/~2"}]""", 400, 422);
        yield return Patch("A pointer to nothing", """[{"op":"remove","path":"/banana/7/x"}]""", 422, 400);
        yield return Patch("An index beyond the end", """[{"op":"add","path":"/name/99999999999","value":{}}]""", 422, 400);
        yield return Patch("An index with a zero before it", """[{"op":"remove","path":"/name/00"}]""", 422, 400);
        yield return Patch("An index of -1", """[{"op":"remove","path":"/name/-1"}]""", 422, 400);
        yield return Patch("The end of an array removed", """[{"op":"remove","path":"/name/-"}]""", 422, 400);
        yield return Patch("A test that fails", """[{"op":"test","path":"/gender","value":"banana"}]""", 422, 409, 412);
        yield return Patch("A move into itself", """[{"op":"move","from":"/name","path":"/name/0/family"}]""", 422, 400);
        yield return Patch("All removed", """[{"op":"remove","path":""}]""", 422, 400);
        yield return Patch("All replaced by another type", """[{"op":"replace","path":"","value":{"resourceType":"Basic","code":{"text":"x"}}}]""", 422, 400);
        yield return Patch("All replaced by a number", """[{"op":"replace","path":"","value":1}]""", 422, 400);
        yield return Patch("The id", """[{"op":"replace","path":"/id","value":"other"}]""", 422, 400);
        yield return Patch("The id removed", """[{"op":"remove","path":"/id"}]""", 422, 400);
        yield return Patch("The type", """[{"op":"replace","path":"/resourceType","value":"Basic"}]""", 422, 400);
        yield return Patch("The version", """[{"op":"replace","path":"/meta/versionId","value":"77"}]""", 200, 422, 400);
        yield return Patch("What makes the resource invalid", """[{"op":"add","path":"/banana","value":1}]""", 422, 400);
        yield return Patch("A member twice", """[{"op":"add","op":"remove","path":"/active","value":true}]""", 400);
        yield return Patch("U+0000", """[{"op":"add","path":"/language","value":"a\u0000b"}]""", 400, 422);
        yield return Patch("Half a surrogate pair", """[{"op":"add","path":"/language","value":"\ud800"}]""", 400, 422);
        yield return Patch("1e400", """[{"op":"add","path":"/multipleBirthInteger","value":1e400}]""", 400, 422);
        yield return Patch("A resource that never was", "[]", 404) with { Path = "/Patient/never-was" };
        yield return Patch("An id that none can have", "[]", 400, 404) with { Path = "/Patient/a_b" };
    }

    private static IEnumerable<FhirCase> Bombs()
    {
        const string Double = """{"op":"copy","from":"/contact","path":"/contact/0/extension"}""";
        yield return Patch("Heavy: copies that double 60 times", $$"""[{"op":"add","path":"/contact","value":[{"extension":[]}]},{{Repeat.List(60, _ => Double)}}]""", 413, 422, 400);
        yield return Patch("Copies of all into itself", $"[{Repeat.List(200, _ => """{"op":"copy","from":"","path":"/contained"}""")}]", 413, 422, 400);
        yield return Patch("Names doubled 40 times", $"[{Repeat.List(40, _ => """{"op":"copy","from":"/name","path":"/name/0"}""")}]", 413, 422, 400);
        yield return Patch("501 tests", $"[{Repeat.List(501, _ => """{"op":"test","path":"/gender","value":"female"}""")}]", 413, 400);
        yield return Patch("100,000 operations", $"[{Repeat.List(100_000, _ => "{}")}]", 413, 400);
        yield return Patch("A pointer of 1 MB", $$"""[{"op":"remove","path":"{{"/a".Times(500_000)}}"}]""", 400, 413, 422);
        yield return Patch("Heavy: a value 100,000 deep", $$"""[{"op":"add","path":"/extension","value":{{Repeat.Nest("[", "]", 100_000)}}}]""", 400);
        yield return Patch("A value of 1.9 MB", $$"""[{"op":"add","path":"/language","value":"{{"x".Times(1_900_000)}}"}]""", 413, 422, 400, 200);
        yield return Patch("Moves up and down", $"[{Repeat.List(250, _ => """{"op":"move","from":"/name","path":"/contact"},{"op":"move","from":"/contact","path":"/name"}""")}]", 200, 422, 400);
    }

    private static IEnumerable<FhirCase> FhirPath()
    {
        foreach (var (what, path, statuses) in new (string, string, int[])[]
        {
            ("2,000 parentheses", Repeat.Nest("(", ")", 2_000, "Patient"), [400, 413, 422]),
            ("200 parentheses", Repeat.Nest("(", ")", 200, "Patient"), [400, 413, 422]),
            ("1,000 minus signs", "-".Times(1_000) + "1", [400, 413, 422]),
            ("1,000 steps", "Patient" + ".name".Times(1_000), [400, 413, 422]),
            ("A path of 1 MB", "Patient" + ".a".Times(500_000), [400, 413, 422]),
            ("A regular expression that never ends", "Patient.name.where(family.matches('^(a+)+$'))", [400, 413, 422]),
            ("A replacement that never ends", "Patient.name.where(family.replaceMatches('(a*)*b','x') = 'y')", [400, 413, 422]),
            ("An integer beyond 32 bits", "Patient.name[99999999999]", [400, 422]),
            ("An integer of 5,000 digits", "Patient.name[" + "9".Times(5_000) + "]", [400, 413, 422]),
            ("Quantities of all sizes", "Patient.name.where(1e400 > 0)", [400, 422]),
            ("All descendants", "Patient.descendants()", [400, 422]),
            ("repeat of all", "Patient.repeat($this)", [400, 422]),
            ("A path that calls itself", "%resource.resolve()", [400, 422]),
            ("Several elements at once", "Patient.name | Patient.gender", [400, 422]),
            ("A path to nothing", "Patient.banana", [400, 422]),
            ("A path of another type", "Observation.status", [400, 422]),
            ("The id", "Patient.id", [400, 422]),
            ("An empty path", "", [400, 422]),
            ("A text without end", "Patient.name.where(family = 'x", [400, 422]),
            ("Half a surrogate pair", "Patient.name['\\ud800']", [400, 422]),
            ("A path that traces", "Patient.trace('x', %resource).name", [400, 422]),
        })
        {
            yield return Path(what, path, "replace", statuses);
        }

        yield return Path("An operation nobody knows", "Patient.gender", "banana", 400, 422);
        yield return Raw("Parameters without operation", """{"resourceType":"Parameters"}""", 200, 400, 422);
        yield return Raw("A part without name", """{"resourceType":"Parameters","parameter":[{"name":"operation","part":[{"valueCode":"delete"}]}]}""", 400, 422);
        yield return Raw("An index of -1", Operation("insert", "Patient.name", """,{"name":"index","valueInteger":-1},{"name":"value","valueHumanName":{"family":"x"}}"""), 400, 422);
        yield return Raw("A value of another type", Operation("replace", "Patient.gender", """,{"name":"value","valueQuantity":{"value":1}}"""), 400, 422);
        yield return Raw("No value to add", Operation("add", "Patient", """,{"name":"name","valueString":"birthDate"}"""), 400, 422);
        yield return Raw("A name with dots", Operation("add", "Patient", """,{"name":"name","valueString":"name.family"},{"name":"value","valueString":"x"}"""), 400, 422);
        yield return Raw("A resource as patch", """{"resourceType":"Patient"}""", 400, 422);
    }

    private static IEnumerable<FhirCase> Media()
    {
        yield return Patch("XML Patch", "<diff/>", 415) with { ContentType = "application/xml-patch+xml" };
        yield return Patch("Merge Patch", "{}", 415) with { ContentType = "application/merge-patch+json" };
        yield return Patch("Text", "[]", 415) with { ContentType = "text/plain" };
        yield return Patch("Nothing at all", string.Empty, 400);
    }

    private static FhirCase Path(string name, string path, string type, params int[] statuses)
        => Raw(name, Operation(type, path, """,{"name":"value","valueCode":"other"}"""), statuses);

    private static string Operation(string type, string path, string more)
        => $$"""{"resourceType":"Parameters","parameter":[{"name":"operation","part":[{"name":"type","valueCode":"{{type}}"},{"name":"path","valueString":{{System.Text.Json.JsonSerializer.Serialize(path)}}}{{more}}]}]}""";

    private static FhirCase Raw(string name, string body, params int[] statuses)
        => new(Named("FHIRPath Patch: ", name), statuses) { Method = "PATCH", Path = "/Patient/hostile", Text = body };

    private static FhirCase Patch(string name, string body, params int[] statuses)
        => new(Named("JSON Patch: ", name), statuses) { Method = "PATCH", Path = "/Patient/hostile", ContentType = JsonPatch, Text = body };

    private static string Named(string kind, string name) => name.StartsWith("Heavy: ", StringComparison.Ordinal) ? $"Heavy: {kind}{name["Heavy: ".Length..]}" : kind + name;
}
