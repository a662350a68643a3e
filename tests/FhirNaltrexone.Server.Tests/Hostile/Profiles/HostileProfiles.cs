using System.Text.Json;

namespace FhirNaltrexone.Server.Tests.Hostile.Profiles;

/// <summary>Profiles of Patient that are meant to harm who uses them. Their structure is that of FHIR R4, so that a server stores them.</summary>
internal static class HostileProfiles
{
    /// <summary>A resource that gives expressions much to look at.</summary>
    public static string Patient { get; } = $$"""
        {"resourceType":"Patient","id":"p","identifier":[{{string.Join(',', Enumerable.Range(0, 400).Select(number => $$"""{"system":"urn:x","value":"{{number}}"}"""))}}],
         "name":[{"family":"{{new string('a', 4_000)}}!"}]}
        """;

    // Well-formed FHIR, but what it says makes no sense.
    private const string Nonsense = """
        [{"id":"Patient","path":"Patient","min":7,"max":"99999999999999999999"},
         {"id":"Patient.identifier","path":"Patient.identifier","min":2147483647,"max":"banana","slicing":{"discriminator":[{"type":"value","path":"((("},{"type":"type","path":"a.b.resolve().c"}],"rules":"closed"},"contentReference":"#nowhere"},
         {"id":"Patient.identifier:a","path":"Patient.identifier","sliceName":"a","patternQuantity":{"value":1},"fixedString":"x","maxLength":-5},
         {"id":"Observation.status","path":"Observation.status","type":[{"code":"Banana"},{"code":"http://hl7.org/fhirpath/System.Banana"}]},
         {"id":"Patient.name.given.x.y","path":"Patient.name.given.x.y","min":1,"max":"1","minValueDate":"2020","maxValueInteger":3},
         {"id":"..","path":"..","min":1},{"id":"Patient.name:b/c","path":"Patient.name","sliceName":"b/c/d","binding":{"strength":"required","valueSet":"((("}}]
        """;

    private static readonly (string Name, string Expression)[] Expressions =
    [
        ("nested", new string('(', 1_500) + "true" + new string(')', 1_500)),
        ("product", "descendants().select(%resource.descendants()).select(%resource.descendants()).count() > 0"),
        ("doubling", "identifier" + string.Concat(Enumerable.Repeat(".select($this | $this | $this).combine(%resource.identifier)", 20)) + ".exists()"),
        ("repeat", "repeat($this | %resource.identifier).repeat(%resource).exists()"),
        ("aggregate", "identifier.aggregate($total & $total & 'aaaaaaaaaa', 'a').length() > 0"),
        ("backtracking", "name.family.all(matches('^(a+)+$'))"),
        ("alternation", "name.family.all(matches('^(a|aa|aaa|aaaa)*$'))"),
        ("quantifier", "name.family.all(matches('((a{1,1000}){1,1000}){1,1000}b'))"),
        ("replacement", "name.family.replaceMatches('a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa').replaceMatches('a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa').replaceMatches('a', 'aaaaaaaaaaaaaaaa').length() > 0"),
        ("number", "9999999999999999999999999999999999 > 1"),
        ("broken", "Patient.where("),
        ("conforms", "conformsTo('http://hostile.example.org/conforms')"),
    ];

    /// <summary>Name and profile, by their canonical http://hostile.example.org/name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Make();

    public static string Canonical(string name) => $"http://hostile.example.org/{name}";

    private static Dictionary<string, string> Make()
    {
        var all = Expressions.ToDictionary(one => one.Name, one => Profile(one.Name, [one.Expression]));
        all["many"] = Profile("many", [.. Enumerable.Repeat(Expressions.Single(one => one.Name == "product").Expression, 300)]);
        all["circle-a"] = Profile("circle-a", ["true"], baseProfile: Canonical("circle-b"));
        all["circle-b"] = Profile("circle-b", ["true"], baseProfile: Canonical("circle-a"));
        all["self"] = Profile("self", ["true"], baseProfile: Canonical("self"), typeProfile: Canonical("self"));
        all["elements"] = Elements(500);
        all["nonsense"] = Definition("nonsense", "http://hl7.org/fhir/StructureDefinition/Patient", Nonsense);
        return all;
    }

    private static string Profile(string name, string[] expressions, string? baseProfile = null, string? typeProfile = null)
    {
        var constraints = expressions.Select((expression, index) => $$"""{"key":"x-{{index}}","severity":"error","human":"x","expression":{{JsonSerializer.Serialize(expression)}}}""");
        var contact = typeProfile is null ? "" : $$""",{"id":"Patient.contained","path":"Patient.contained","min":0,"max":"*","type":[{"code":"Resource","profile":["{{typeProfile}}"]}]}""";
        var elements = $$"""[{"id":"Patient","path":"Patient","min":0,"max":"*","constraint":[{{string.Join(',', constraints)}}]}{{contact}}]""";
        return Definition(name, baseProfile ?? "http://hl7.org/fhir/StructureDefinition/Patient", elements);
    }

    private static string Elements(int count)
    {
        var slices = Enumerable.Range(0, count).Select(number =>
            $$$"""{"id":"Patient.identifier:s{{{number}}}","path":"Patient.identifier","sliceName":"s{{{number}}}","min":0,"max":"1","patternIdentifier":{"system":"urn:{{{number}}}"}}""");
        const string Slicing = """{"id":"Patient.identifier","path":"Patient.identifier","slicing":{"discriminator":[{"type":"pattern","path":"$this"}],"rules":"closed"},"min":0,"max":"*"}""";
        return Definition("elements", "http://hl7.org/fhir/StructureDefinition/Patient", $$"""[{"id":"Patient","path":"Patient"},{{Slicing}},{{string.Join(',', slices)}}]""");
    }

    private static string Definition(string name, string baseProfile, string elements) => $$$"""
        {"resourceType":"StructureDefinition","id":"{{{name}}}","url":"{{{Canonical(name)}}}","name":"X","status":"draft","kind":"resource","abstract":false,"type":"Patient",
         "baseDefinition":"{{{baseProfile}}}","derivation":"constraint","snapshot":{"element":{{{elements}}}},"differential":{"element":{{{elements}}}}}
        """;
}
