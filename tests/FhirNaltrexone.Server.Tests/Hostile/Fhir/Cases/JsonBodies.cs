using System.Text;

namespace FhirNaltrexone.Server.Tests.Hostile.Fhir.Cases;

/// <summary>Bodies that are no JSON, no FHIR, or more of it than anybody needs.</summary>
internal static class JsonBodies
{
    private const int Bomb = 100_000;
    private const string Good = """{"resourceType":"Patient","active":true}""";

    public static IEnumerable<FhirCase> All() => Broken().Concat(Deep()).Concat(Texts()).Concat(Numbers()).Concat(Shapes()).Concat(Sizes()).Concat(Identities());

    private static IEnumerable<FhirCase> Broken()
    {
        yield return Bad("Cut off", Good[..20]);
        yield return Bad("Empty body", string.Empty, "empty");
        yield return Bad("Only white space", " \r\n\t ");
        yield return Bad("A null", "null");
        yield return Bad("An array around the resource", $"[{Good}]");
        yield return Bad("A string around the resource", "\"Patient\"");
        yield return Bad("Two resources", Good + Good);
        yield return Bad("Trailing comma", Good[..^1] + ",}");
        yield return Bad("A comment", "/* a patient */" + Good);
        yield return Bad("Single quotes", Good.Replace('"', '\''));
        yield return Bad("NaN", With("multipleBirthInteger", "NaN"));
        yield return Bad("Raw control character", With("language", "\"a\nb\""));
        yield return Bad("A member twice", """{"resourceType":"Patient","active":true,"active":false}""");
        yield return Bad("resourceType twice", """{"resourceType":"Patient","resourceType":"Observation"}""");
        yield return Bad("A member twice far below", """{"resourceType":"Patient","name":[{"family":"a","family":"b"}]}""");
    }

    private static IEnumerable<FhirCase> Deep()
    {
        yield return Bad("Heavy: arrays 100,000 deep", With("extension", Repeat.Nest("[", "]", Bomb)));
        yield return Bad("Open arrays only", With("extension", "[".Times(Bomb)));
        yield return Bad("Heavy: extensions 100,000 deep", With("extension", Repeat.Nest("[{\"url\":\"u\",\"extension\":", "}]", Bomb / 3, "[]")));
        yield return Bad("Contained resources 20,000 deep", With("contained", Repeat.Nest("[{\"resourceType\":\"Patient\",\"contained\":", "}]", Bomb / 5, "[]")));
        yield return Bad("Objects 65 deep", With("extension", Repeat.Nest("[{\"url\":\"u\",\"extension\":", "}]", 65, "[]")));
    }

    private static IEnumerable<FhirCase> Texts()
    {
        yield return Bad("NUL escaped", With("language", "\"a\\u0000b\""));
        yield return Bad("NUL raw", With("language", "\"a\0b\""));
        yield return Bad("Half a surrogate pair, high", With("name", """[{"family":"\ud800"}]"""));
        yield return Bad("Half a surrogate pair, low", With("name", """[{"family":"\udc00 x"}]"""));
        yield return Bad("A pair the wrong way round", With("name", """[{"family":"\udc00\ud800"}]"""));
        yield return Bytes("Invalid UTF-8", [.. "{\"resourceType\":\"Patient\",\"language\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        yield return Bytes("Overlong UTF-8", [.. "{\"resourceType\":\"Patient\",\"language\":\""u8, 0xC0, 0x80, .. "\"}"u8]);
        yield return Bytes("Surrogates in UTF-8", [.. "{\"resourceType\":\"Patient\",\"language\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]);
        yield return Bytes("Cut off inside a character", [.. "{\"resourceType\":\"Patient\",\"language\":\""u8, 0xE2, 0x82]);
        yield return Bytes("UTF-16 with its mark", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Good)]);
        yield return Bytes("UTF-16, big end first", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Good)]);
        yield return Bytes("UTF-32", Encoding.UTF32.GetBytes(Good));
        yield return new("UTF-8 with its mark", 201, 400) { Body = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Good)] };
        yield return Bad("A script in the narrative", With("text", """{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></div>"}"""), status: 201);
        yield return Bad("A narrative with an entity bomb", With("text", """{"status":"generated","div":"<!DOCTYPE d [<!ENTITY a 'aaaa'>]><div xmlns=\"http://www.w3.org/1999/xhtml\">&a;</div>"}"""));
        yield return Bad("A name nobody may have: __proto__", With("__proto__", "{\"active\":true}"));
    }

    private static IEnumerable<FhirCase> Numbers()
    {
        yield return Bad("1e400", Observation("1e400"), status: 201);
        yield return Bad("1e-400", Observation("1e-400"), status: 201);
        yield return Bad("1e99999999999", Observation("1e99999999999"), status: 201);
        yield return Bad("Heavy: a number of 200,000 digits", Observation("9".Times(200_000)), status: 201);
        yield return Bad("A number of 200,000 decimals", Observation("0." + "1".Times(200_000)), status: 201);
        yield return Bad("A leading zero", Observation("007"));
        yield return Bad("A plus sign", Observation("+1"));
        yield return Bad("A number as text", Observation("\"1\""));
        yield return Bad("An integer beyond 32 bits", With("multipleBirthInteger", "99999999999"));
        yield return Bad("An integer with a fraction", With("multipleBirthInteger", "1.5"));
        yield return Bad("A positive integer of -1", """{"resourceType":"Patient","telecom":[{"rank":-1}]}""");
    }

    private static IEnumerable<FhirCase> Shapes()
    {
        yield return Bad("An unknown member", With("banana", "1"), "banana");
        yield return Bad("An unknown type", """{"resourceType":"Banana"}""");
        yield return Bad("A type in lower case", """{"resourceType":"patient"}""");
        yield return Bad("No type", """{"active":true}""", "resourceType");
        yield return Bad("Another type than that of the address", """{"resourceType":"Observation","status":"final","code":{"text":"x"}}""");
        yield return Bad("A type that is an array, in a contained resource", With("contained", """[{"resourceType":["Practitioner",null],"id":"p"}]"""));
        yield return Bad("A number for contained resources", With("contained", "0"));
        yield return Bad("A type that is a number", """{"resourceType":1}""");
        yield return Bad("A code that is none", With("gender", "\"banana\""), "gender");
        yield return Bad("A day that never was", With("birthDate", "\"2026-13-45\""), "birthDate");
        yield return Bad("A text for an array", With("name", "\"Ann\""), "name");
        yield return Bad("An array for an object", With("maritalStatus", "[]"), "maritalStatus");
        yield return Bad("Null in an array", With("name", "[null]"));
        yield return Bad("Null as value", With("active", "null"));
        yield return Bad("An empty object", With("maritalStatus", "{}"));
        yield return Bad("An empty array", With("name", "[]"));
        yield return Bad("An empty text", With("language", "\"\""));
        yield return Bad("A sibling that fits nothing", With("_active", "[null,{\"id\":\"a\"}]"));
        yield return Bad("A choice twice", """{"resourceType":"Patient","multipleBirthInteger":1,"multipleBirthBoolean":true}""");
        yield return Bad("Base64 that is none", With("photo", "[{\"data\":\"*** no base64 ***\"}]"));
        yield return Bad("A conditional reference outside a transaction", With("managingOrganization", "{\"reference\":\"Organization?identifier=x|y\"}"), "reference");
    }

    private static IEnumerable<FhirCase> Sizes()
    {
        yield return new("Heavy: 5 MB", 413) { Text = With("language", $"\"{"x".Times(5_000_000)}\"") };
        yield return Bad("Heavy: a text of 1.5 MB", With("name", $$"""[{"family":"{{"x".Times(1_500_000)}}"}]"""), status: 201);
        yield return new("Heavy: 60,000 identifiers", 201, 400, 413, 422) { Text = With("identifier", $"[{Repeat.List(60_000, i => $$"""{"value":"{{i}}"}""")}]") };
        yield return new("5,000 contained resources", 201, 400, 413, 422) { Text = With("contained", $"[{Repeat.List(5_000, i => $$"""{"resourceType":"Patient","id":"c{{i}}"}""")}]") };
        yield return Bad("100,000 members nobody knows", $$"""{"resourceType":"Patient",{{Repeat.List(Bomb, i => $"\"m{i}\":1")}}}""");
        yield return Bad("A member with a name of 1 MB", With("n".Times(1_000_000), "1"));
    }

    private static IEnumerable<FhirCase> Identities()
    {
        yield return Put("PUT without id", "x", Good, 400);
        yield return Put("PUT with another id", "x", """{"resourceType":"Patient","id":"y"}""", 400);
        yield return Put("PUT under an id with an underscore", "a_b", """{"resourceType":"Patient","id":"a_b"}""", 400);
        yield return Put("PUT under an id of 65 letters", "x".Times(65), $$"""{"resourceType":"Patient","id":"{{"x".Times(65)}}"}""", 400);
        yield return Put("PUT with an id that is a number", "1", """{"resourceType":"Patient","id":1}""", 400);
        yield return Put("PUT with a version and a time of its own", "own-meta", """{"resourceType":"Patient","id":"own-meta","meta":{"versionId":"999","lastUpdated":"1900-01-01T00:00:00Z"}}""", 200, 201);
        yield return Put("PUT with a version nobody writes", "own-meta", """{"resourceType":"Patient","id":"own-meta","meta":{"versionId":{"a":1}}}""", 400);
    }

    private static FhirCase Put(string name, string id, string body, params int[] statuses) => new(name, statuses) { Method = "PUT", Path = "/Patient/" + id, Text = body };

    private static string With(string member, string value) => $$"""{"resourceType":"Patient","{{member}}":{{value}}}""";

    private static string Observation(string value) => $$$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{"value":{{{value}}},"code":"g","system":"http://unitsofmeasure.org"}}""";

    private static FhirCase Bad(string name, string body, string tells = "", int status = 400)
        => new(name, status, 400) { Text = body, Tells = tells, Path = body.Contains("\"status\":\"final\",\"code\":{\"text\":\"x\"},\"valueQ", StringComparison.Ordinal) ? "/Observation" : "/Patient" };

    private static FhirCase Bytes(string name, byte[] body) => new(name, 400) { Body = body };
}
