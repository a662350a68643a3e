using System.IO.Compression;
using System.Text;

namespace FhirNaltrexone.Server.Tests.Hostile.Fhir.Cases;

/// <summary>Headers that say nothing, something wrong or far too much.</summary>
internal static class HeaderLines
{
    private const string Good = """{"resourceType":"Patient","active":true}""";

    public static IEnumerable<FhirCase> All() => Formats().Concat(Conditions()).Concat(Packed());

    private static IEnumerable<FhirCase> Formats()
    {
        foreach (var type in new[] { "text/plain", "multipart/form-data; boundary=x", "application/octet-stream", "application/json; charset=utf-16", "application/fhir+json; fhirVersion=5.0", "garbage///", "*/*", "application/fhir+turtle", "application/x-www-form-urlencoded" })
        {
            yield return new($"Content-Type {type}", 415) { Text = Good, ContentType = type, Tells = "application/fhir+json" };
        }

        foreach (var accept in new[] { "text/html", "*/*;q=0", "application/fhir+json;fhirVersion=3.0", "garbage///", "application/fhir+json;q=0", "image/png" })
        {
            yield return Get($"Accept {accept}", 406, ("Accept", accept));
        }

        yield return Get("1,000 media types in Accept", 200, ("Accept", Repeat.List(1_000, i => $"a/b{i}") + ",application/fhir+json"));
        yield return FhirCase.Get("_format of a fruit", "/Patient/hostile?_format=banana", 406);
        yield return FhirCase.Get("_format of 5,000 letters", "/Patient/hostile?_format=" + "x".Times(5_000), 406);
        yield return FhirCase.Get("_summary of a fruit", "/Patient/hostile?_summary=banana", 400);
        yield return Get("Prefer garbage", 200, ("Prefer", "\"\"==;;,,return=;handling"));
        yield return Get("Prefer of 10,000 letters", 200, ("Prefer", "x".Times(10_000)));
        yield return Get("Accept-Language garbage", 200, ("Accept-Language", "\u0001\u0002"));
        yield return Get("Accept-Encoding garbage", 200, ("Accept-Encoding", "banana;q=x,,,"));
        yield return new("Headers of 40,000 letters", 431, 400) { Method = "GET", Path = "/Patient/hostile", Headers = [("X-Long", "x".Times(40_000))], IsBare = true };
        yield return new("150 headers", 431, 400) { Method = "GET", Path = "/Patient/hostile", Headers = [.. Enumerable.Range(0, 150).Select(i => ($"X-{i}", "x"))], IsBare = true };
    }

    private static IEnumerable<FhirCase> Conditions()
    {
        foreach (var tag in new[] { "banana", "W/\"", "\"\"", "W/\"abc\"", "W/\"1\" W/\"2\"", ",,,", "W/\"99999999999999999999\"", "W/\"" + "9".Times(5_000) + "\"", "'; drop table x" })
        {
            yield return Put($"If-Match {(tag.Length > 40 ? "of 5,000 digits" : tag)}", [412, 400], ("If-Match", tag));
        }

        yield return Put("If-None-Match of anything on PUT", [412], ("If-None-Match", "*"));
        yield return Get("If-None-Match garbage", 200, ("If-None-Match", "banana"), 400);
        yield return Get("If-Modified-Since garbage", 200, ("If-Modified-Since", "yesterday"), 400);
        yield return Get("If-Modified-Since in the year 0", 200, ("If-Modified-Since", "Sat, 01 Jan 0000 00:00:00 GMT"), 400);
        yield return Create("If-None-Exist of another type", "Observation?code=x", 400);
        yield return Create("If-None-Exist by what nobody knows", "banana=1", 400);
        yield return Create("If-None-Exist with broken escapes", "identifier=%zz%", 400, 201, 200);
        yield return Create("If-None-Exist that is no query", "&&&===???", 400);
        yield return Create("If-None-Exist with a result parameter only", "_count=1", 400);
        yield return Create("If-None-Exist with an include", "identifier=a|b&_include=Patient:organization", 400);
        yield return Create("If-None-Exist of 8,000 letters", "identifier=" + "x".Times(8_000), 201, 200, 400);
        yield return Create("If-None-Exist with 2,000 values", "identifier=" + Repeat.List(2_000, i => $"{i}"), 400, 413);
        yield return Create("If-None-Exist with U+0000", "identifier=a%00b", 400);
        yield return Create("If-None-Exist with half a surrogate pair", "identifier=%ED%A0%80", 400, 200, 201);
    }

    private static IEnumerable<FhirCase> Packed()
    {
        yield return Encoded("gzip", 201, "gzip", Gzip(Good));
        yield return Encoded("gzip that is none", 400, "gzip", Encoding.UTF8.GetBytes(Good));
        yield return Encoded("gzip cut off", 400, "gzip", Gzip("""{"resourceType":"Patient","language":"en-GB-and-more-of-it"}""")[..30]);
        yield return Encoded("Heavy: a gzip bomb", 413, "gzip", Gzip(" ".Times(200_000_000)));
        yield return Encoded("A bomb in br", 413, "br", Brotli(" ".Times(50_000_000)));
        yield return Encoded("br that is none", 400, "br", Encoding.UTF8.GetBytes(Good));
        yield return Encoded("deflate that is none", 400, "deflate", Encoding.UTF8.GetBytes(Good));
        yield return Encoded("An encoding nobody knows", 415, "banana", Encoding.UTF8.GetBytes(Good));
        yield return Encoded("gzip twice", 415, "gzip, gzip", Gzip(Good));
    }

    private static FhirCase Encoded(string name, int status, string encoding, byte[] body)
        => new(name.StartsWith("Heavy", StringComparison.Ordinal) ? name : "Content-Encoding: " + name, status) { Body = body, Headers = [("Content-Encoding", encoding)] };

    private static FhirCase Get(string name, int status, (string, string) header, params int[] others)
        => new(name, [status, .. others]) { Method = "GET", Path = "/Patient/hostile", Headers = [header] };

    private static FhirCase Put(string name, int[] statuses, (string, string) header)
        => new(name, statuses) { Method = "PUT", Path = "/Patient/hostile", Text = """{"resourceType":"Patient","id":"hostile"}""", Headers = [header] };

    private static FhirCase Create(string name, string criteria, params int[] statuses) => new(name, statuses) { Text = Good, Headers = [("If-None-Exist", criteria)] };

    private static byte[] Gzip(string text) => Pack(text, stream => new GZipStream(stream, CompressionLevel.Fastest));

    private static byte[] Brotli(string text) => Pack(text, stream => new BrotliStream(stream, CompressionLevel.Fastest));

    private static byte[] Pack(string text, Func<Stream, Stream> pack)
    {
        using var memory = new MemoryStream();
        using (var packed = pack(memory)) packed.Write(Encoding.UTF8.GetBytes(text));
        return memory.ToArray();
    }
}
