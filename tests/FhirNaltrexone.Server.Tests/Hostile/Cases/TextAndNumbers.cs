using System.Text;

namespace FhirNaltrexone.Server.Tests.Hostile.Cases;

/// <summary>Text, numbers and dates that programs choke on.</summary>
internal static class TextAndNumbers
{
    private const string AltValue = Valid.Alt + ".valueQuantity.value";
    private const string AltDate = Valid.Alt + ".effectiveDateTime";
    private const int Million = 1_000_000;

    public static IEnumerable<HostileRequest> All() => Text().Concat(Keys()).Concat(Numbers()).Concat(Dates());

    private static IEnumerable<HostileRequest> Text()
    {
        yield return new("U+0000 escaped", Expected.Bad("U+0000"), Valid.WithRaw("context.userId", "\"a\\u0000b\""));
        yield return new("U+0000 in a member name", Expected.Bad("U+0000"), Valid.WithRaw("extension", "{\"a\\u0000\":1}"));
        yield return new("U+0000 raw", Expected.Bad("line 1"), Valid.WithRaw("context.userId", "\"a\0b\""));
        yield return new("High surrogate alone", Expected.Bad("surrogate"), Valid.WithRaw("context.userId", "\"\\ud83d\""));
        yield return new("Low surrogate alone", Expected.Bad("surrogate"), Valid.WithRaw("extension", "\"\\ude00\""));
        yield return new("Surrogates the wrong way round", Expected.Bad("surrogate"), Valid.WithRaw(Valid.Draft + ".id", "\"\\ude00\\ud83d\""));
        yield return new("Surrogate in a member name", Expected.Bad("surrogate"), Valid.WithRaw("prefetch", "{\"\\ud800\":null}"));
        yield return new("Bytes that are no UTF-8", Expected.Bad("UTF-8"), [.. "{\"hook\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        yield return new("Overlong UTF-8", Expected.Bad("UTF-8"), [.. "{\"hook\":\""u8, 0xC0, 0xAF, .. "\"}"u8]);
        yield return new("Latin-1", Expected.Bad("UTF-8"), Encoding.Latin1.GetBytes(Valid.WithRaw("context.userId", "\"Practitioner/Zoë\"")));
        yield return new("Byte order mark", Expected.NoCards, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Valid.Request().ToJsonString())]);
        yield return new("Two byte order marks", Expected.Bad("line 1"), [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. "{}"u8]);
        yield return new("UTF-16 with byte order mark", Expected.Bad("UTF-8"), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Valid.Request().ToJsonString())]);
        yield return new("UTF-16 without", Expected.Bad("line 1"), Encoding.Unicode.GetBytes("{\"hook\":1}"));
        yield return new("UTF-32", Expected.Bad("line 1"), Encoding.UTF32.GetBytes("{\"hook\":1}"));
        yield return new("Bidirectional and zero-width characters", Expected.NoCards, Valid.WithRaw("context.userId", "\"Practitioner/\u202Edoc\u200B\""));
        yield return new("Emoji as draft id", Expected.NoCards, Valid.WithRaw(Valid.Draft + ".id", "\"😀\""));
        yield return new("A million characters as draft id", Expected.NoCards, Valid.WithRaw(Valid.Draft + ".id", $"\"{new string('x', Million)}\""));
        yield return new("A million characters as user", Expected.NoCards, Valid.WithRaw("context.userId", $"\"{new string('x', Million)}\""));
        yield return new("A million characters as patient", Expected.Bad("context.patientId"), Valid.WithRaw("context.patientId", $"\"{new string('x', Million)}\""));
        yield return new("A million characters as call id", Expected.Bad("hookInstance"), Valid.WithRaw("hookInstance", $"\"{new string('x', Million)}\""));
        yield return new("A million escaped characters as call id", Expected.Bad("hookInstance"), Valid.WithRaw("hookInstance", $"\"{string.Concat(Enumerable.Repeat("\\u0041", Million / 6))}\""));
        yield return new("A million characters as hook", Expected.Bad("hook"), Valid.WithRaw("hook", $"\"{new string('x', Million)}\""));
        yield return new("A million characters as code", Expected.Cards, Valid.WithRaw(Valid.Alt + ".code.coding[0].code", $"\"{new string('x', Million)}\""));
        yield return new("A call id that is no UUID", Expected.NoCards, Valid.WithRaw("hookInstance", "\"'; DROP TABLE feedback; --\""));
    }

    private static IEnumerable<HostileRequest> Keys()
    {
        var good = Valid.Request().ToJsonString();
        yield return new("hook twice, the last one wrong", Expected.Bad("given twice"), good[..^1] + ",\"hook\":\"nonsense\"}");
        yield return new("hook twice, the last one right", Expected.Bad("given twice"), "{\"hook\":\"nonsense\"," + good[1..]);
        yield return new("prefetch twice, the last one empty", Expected.Bad("given twice"), good[..^1] + ",\"prefetch\":{}}");
        yield return new("A prefetch key twice, the last one null", Expected.Bad("prefetch.liverTests"), Valid.WithRaw("prefetch.liverTests", "{\"resourceType\":\"Bundle\"},\"liverTests\":null"));
        yield return new("resourceType twice", Expected.Bad("resourceType"), Valid.WithRaw(Valid.Draft + ".resourceType", "\"MedicationRequest\",\"resourceType\":7"));
        yield return new("Member names in capitals", Expected.Bad("hook"), good.Replace("\"hook\"", "\"HOOK\"", StringComparison.Ordinal));
        foreach (var name in new[] { "__proto__", "constructor", "toString", "$ref", "$type", "", " ", "liverTests ", "LIVERTESTS", "a.b[0]", "\u202E" })
        {
            yield return new($"A prefetch key and a member called '{name}'", Expected.NoCards, Valid.Request().With("prefetch.@", 0).With("@", 0)
                .ToJsonString().Replace("\"@\":0", $"\"{name}\":{{\"resourceType\":\"Bundle\"}}", StringComparison.Ordinal));
        }

        yield return new("Twenty thousand prefetch keys", Expected.NoCards, Valid.WithRaw("prefetch.@", Many(20_000, i => $"\"k{i}\":null")));
        yield return new("Ten thousand members", Expected.NoCards, Valid.WithRaw("@", Many(10_000, i => $"\"k{i}\":[{{}}]")));
    }

    private static IEnumerable<HostileRequest> Numbers()
    {
        foreach (var number in new[] { "1e999", "-1e999", "79228162514264337593543950336", new string('9', 400), "-" + new string('9', 400) + ".1", "1e2147483648", "\"NaN\"", "\"-5\"", "\"Infinity\"", "\"5\"", "\"\"" })
        {
            yield return new($"ALT of {Short(number)}", Expected.Card("DQ-03"), Valid.WithRaw(AltValue, number));
        }

        foreach (var number in new[] { "1e-999", "-5", "0.0000000000000000000000000000000001" })
        {
            yield return new($"ALT of {number}", Expected.Cards, Valid.WithRaw(AltValue, number));
        }

        yield return new("ALT of 1e28", Expected.Card("HT-03"), Valid.WithRaw(AltValue, "1e28"));
        yield return new("ALT of -0", Expected.Cards, Valid.WithRaw(AltValue, "-0"));
        foreach (var number in new[] { "1e999", "-1", "-0.0", "9223372036854775808", "4294967296", "\"4\"", "0", "1e-999" })
        {
            yield return new($"A period of {number} weeks", Expected.Cards, Valid.WithRaw(Valid.Draft + ".dosageInstruction[0].timing.repeat.period", number));
            yield return new($"A supply of {number} days", Expected.Cards, Valid.WithRaw(Valid.Draft + ".dispenseRequest", $"{{\"expectedSupplyDuration\":{{\"value\":{number},\"unit\":\"d\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"d\"}}}}"));
            yield return new($"A total of {number}", Expected.Cards, Valid.WithRaw("prefetch.liverTests.total", number));
        }
    }

    private static IEnumerable<HostileRequest> Dates()
    {
        foreach (var date in new[] { "9999-99-99", "0000", "0000-00-00", "2026-02-30", "2026-11-31", "99999999999-01-01", "+12345-01-01", "-0001-01-01", "2026-11-22T25:61:61Z", "2026-11-22T09:00:00+99:99", "2026-W47", "yesterday", "", " ", "２０２６-11-20" })
        {
            yield return new($"ALT of the day '{date}'", Expected.DataQuality, Valid.WithRaw(AltDate, $"\"{date}\""));
            yield return new($"Drafted on '{date}'", Expected.Cards, Valid.WithRaw(Valid.Draft + ".authoredOn", $"\"{date}\""));
        }

        foreach (var date in new[] { "9999-12-31T23:59:59.999-14:00", "9999-12-31T23:59:60Z", "9999", "9999-12-31", "0001-01-01T00:00:00+14:00", "0001", "0001-01-01", "2026-11-20T09:00:00.000000000000000000000001Z" })
        {
            yield return new($"ALT at {date}", Expected.Cards, Valid.WithRaw(AltDate, $"\"{date}\""));
            yield return new($"First dose at {date}", Expected.Cards, Valid.WithRaw(Valid.Draft + ".dosageInstruction[0].timing.repeat.boundsPeriod.start", $"\"{date}\""));
            yield return new(
                $"An opioid since {date}", Expected.Cards,
                Valid.WithRaw("prefetch.medicationStatements", $$$$"""
                    {"resourceType":"Bundle","entry":[{"resource":{"resourceType":"MedicationStatement","id":"o","status":"completed","subject":{"reference":"Patient/pt"},
                    "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1049621"}]},"effectivePeriod":{"start":"{{{{date}}}}","end":"{{{{date}}}}"}}}]}
                    """));
        }

        yield return new("ALT on a day that is a number", Expected.DataQuality, Valid.WithRaw(AltDate, "20261120"));
    }

    private static string Many(int count, Func<int, string> member) => "0," + string.Join(',', Enumerable.Range(0, count).Select(member));

    private static string Short(string number) => number.Length <= 40 ? number : $"{number.Length} digits starting {number[..3]}";
}
