namespace FhirNaltrexone.Server.Tests.Hostile.Fhir.Cases;

/// <summary>Resources that are sent to be validated, to find out what validation can bear.</summary>
internal static class ValidateCases
{
    private const string Path = "/Patient/$validate";
    private const int Many = 100_000;

    // What can be read is validated, however wrong it is.
    private static readonly int[] Bearable = [200, 413, 422];

    public static IEnumerable<FhirCase> All()
    {
        yield return Of("Heavy: extensions 100,000 deep", $$"""{"resourceType":"Patient","extension":{{Repeat.Nest("[{\"url\":\"u\",\"extension\":", "}]", Many / 3, "[]")}}}""", 400);
        yield return Of("Heavy: contained 20,000 deep", $$"""{"resourceType":"Patient","contained":{{Repeat.Nest("[{\"resourceType\":\"Patient\",\"contained\":", "}]", Many / 5, "[]")}}}""", 400);
        yield return Of("60,000 identifiers", $$"""{"resourceType":"Patient","identifier":[{{Repeat.List(60_000, i => $$"""{"value":"{{i}}"}""")}}]}""", Bearable);
        yield return Of("100,000 members nobody knows", $$"""{"resourceType":"Patient",{{Repeat.List(Many, i => $"\"m{i}\":1")}}}""", Bearable);
        yield return Of("5,000 contained resources", $$"""{"resourceType":"Patient","contained":[{{Repeat.List(5_000, i => $$"""{"resourceType":"Patient","id":"c{{i}}"}""")}}]}""", Bearable);
        yield return Of("20,000 profiles in meta", $$$"""{"resourceType":"Patient","meta":{"profile":[{{{Repeat.List(20_000, i => $"\"http://x.example.org/{i}\"")}}}]}}""", Bearable);
        yield return Of("An extension with a url of 1 MB", $$"""{"resourceType":"Patient","extension":[{"url":"{{"u".Times(1_000_000)}}","valueBoolean":true}]}""", Bearable);
        yield return Of("Parameters with 100,000 resources", $$"""{"resourceType":"Parameters","parameter":[{{Repeat.List(Many, _ => """{"name":"resource","resource":{"resourceType":"Patient"}}""")}}]}""", 400);
        yield return Of("Parameters without end in themselves", """{"resourceType":"Parameters","parameter":[{"name":"resource","resource":{"resourceType":"Parameters","parameter":[{"name":"resource"}]}}]}""", 400);
        yield return Of("Parameters that are an array", """{"resourceType":"Parameters","parameter":[[[[]]]]}""", 400);
        yield return Of("A profile that is an object", """{"resourceType":"Parameters","parameter":[{"name":"profile","valueUri":{"a":1}},{"name":"resource","resource":{"resourceType":"Patient"}}]}""", 400);
        yield return Of("Mode banana", """{"resourceType":"Patient"}""", 400) with { Path = $"{Path}?mode=banana" };
        yield return Of("A profile of 5,000 letters", """{"resourceType":"Patient"}""", Bearable) with { Path = $"{Path}?profile={"x".Times(5_000)}" };
        yield return Of("500 profiles", """{"resourceType":"Patient"}""", 400) with { Path = $"{Path}?{string.Join('&', Enumerable.Range(0, 500).Select(i => $"profile=p{i}"))}" };
        yield return Of("A profile named by a query", """{"resourceType":"Patient"}""", Bearable) with { Path = $"{Path}?profile=x%26url%3Ay%7C%2C%5C%00" };
        yield return Of("Digits that stand-ins for decimals might begin with, in XML", $"""<Observation xmlns="http://hl7.org/fhir"><status value="final"/><code><text value="{Repeat.List(Many, i => (314_159_265_358_979 + i).ToString(System.Globalization.CultureInfo.InvariantCulture))}"/></code><valueQuantity><value value="1.0e-30"/></valueQuantity></Observation>""", Bearable) with { Path = "/Observation/$validate", ContentType = "application/fhir+xml" };
        yield return Of("Entities in XML", """<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Patient xmlns="http://hl7.org/fhir"><id value="&b;"/></Patient>""", 400) with { ContentType = "application/fhir+xml" };
    }

    private static FhirCase Of(string name, string body, params int[] statuses) => new($"Validate: {name}", statuses) { Path = Path, Text = body };
}
