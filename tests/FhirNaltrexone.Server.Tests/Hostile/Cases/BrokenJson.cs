using System.Text;

namespace FhirNaltrexone.Server.Tests.Hostile.Cases;

/// <summary>Bodies that are no JSON, or nested deeper than anybody needs.</summary>
internal static class BrokenJson
{
    private const int Bomb = 200_000;

    public static IEnumerable<HostileRequest> All()
    {
        var text = Valid.Request().ToJsonString();
        foreach (var part in new[] { 0.02, 0.25, 0.5, 0.75, 0.999 })
        {
            yield return new($"Cut off after {part:P1}", Expected.Bad("line 1"), text[..(int)(text.Length * part)]);
        }

        yield return new("Cut off inside a string", Expected.Bad("line 1"), text[..(text.IndexOf("order-sign", StringComparison.Ordinal) + 3)]);
        yield return new("Cut off inside an escape", Expected.Bad("line 1"), """{"hook":"\u00""");
        yield return new("Cut off inside a character", Expected.Bad("UTF-8"), [.. "{\"hook\":\""u8, 0xE2, 0x82]);
        yield return new("Empty body", Expected.Bad("not JSON"), string.Empty);
        yield return new("Only white space", Expected.Bad("not JSON"), " \r\n\t ");
        yield return new("A null", Expected.Bad("one JSON object"), "null");
        yield return new("An array around the request", Expected.Bad("one JSON object"), $"[{text}]");
        yield return new("A string around the request", Expected.Bad("one JSON object"), $"\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\"");
        yield return new("Two requests", Expected.Bad("line 1"), text + text);
        yield return new("Trailing comma", Expected.Bad("line 1"), text[..^1] + ",}");
        yield return new("Comment", Expected.Bad("line 1"), "/* call */" + text);
        yield return new("Single quotes", Expected.Bad("line 1"), text.Replace('"', '\''));
        yield return new("NaN", Expected.Bad("line 1"), Valid.WithRaw(Valid.Alt + ".valueQuantity.value", "NaN"));
        yield return new("Raw control character", Expected.Bad("line 1"), Valid.WithRaw("hookInstance", "\"a\nb\""));
        yield return new("XML", Expected.Bad("line 1"), "<Bundle xmlns=\"http://hl7.org/fhir\"/>");
        yield return Deep("arrays as extension", "extension", Nest("[", "]", Bomb));
        yield return Deep("objects as extension", "extension", Nest("{\"a\":", "}", Bomb, "1"));
        yield return Deep("open arrays only", "extension", new string('[', Bomb));
        yield return Deep("objects in draftOrders", "context.draftOrders", Nest("{\"entry\":", "}", Bomb, "1"));
        yield return Deep("arrays in an entry of draftOrders", "context.draftOrders.entry[0]", Nest("[", "]", Bomb));
        yield return Deep("contained resources", Valid.Draft + ".contained", Nest("[{\"resourceType\":\"Medication\",\"contained\":", "}]", Bomb / 10, "[]"));
        yield return Deep("arrays in prefetch", "prefetch.liverTests", Nest("[", "]", Bomb));
        yield return Deep("just below a bomb: 65 levels", "extension", Nest("[", "]", 64));
        yield return new("Nested to the limit", Expected.NoCards, Valid.WithRaw("extension", Nest("[", "]", 63)));
    }

    private static HostileRequest Deep(string what, string path, string json)
        => new($"Nested too deep: {what}", Expected.Bad("64 levels"), Valid.WithRaw(path, json));

    private static string Nest(string open, string close, int depth, string core = "")
        => string.Concat([.. Enumerable.Repeat(open, depth), core, .. Enumerable.Repeat(close, depth)]);
}
