using System.IO.Compression;
using System.Text;

namespace FhirNaltrexone.Server.Tests.Hostile.Cases;

/// <summary>What is wrong with a request before anybody reads its body, and addresses that are no places to call.</summary>
internal static class Transport
{
    private const int FiveMegabytes = 5_000_000;

    public static IEnumerable<HostileRequest> All() => Sizes().Concat(Media()).Concat(Paths()).Concat(Hooks()).Concat(Servers()).Concat(Feedback());

    private static IEnumerable<HostileRequest> Sizes()
    {
        var large = Valid.WithRaw("extension", $"\"{new string('x', FiveMegabytes)}\"");
        yield return new("5 MB", Expected.Refused(413, "2097152"), large);
        yield return new("5 MB of unknown length", Expected.Refused(413, "2097152"), large) { IsChunked = true };
        yield return new("5 MB of white space", Expected.Refused(413, "2097152"), new string(' ', FiveMegabytes)) { IsChunked = true };
        yield return new("One byte too much", Expected.Refused(413, "2097152"), new string(' ', (2 * 1024 * 1024) - 1) + "{}");
        yield return new("Exactly the limit", Expected.Bad("hook"), new string(' ', (2 * 1024 * 1024) - 2) + "{}") { IsChunked = true };
        yield return new("A good call of unknown length", Expected.NoCards, Valid.Request()) { IsChunked = true };
    }

    private static IEnumerable<HostileRequest> Media()
    {
        var good = Valid.Request().ToJsonString();
        foreach (var type in new[] { "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/octet-stream", "application/jsonp", "application/json; charset=utf-16", "application/json; charset=iso-8859-1", "application/json;;;=", "garbage///", "*/*" })
        {
            yield return new($"Content-Type {type}", Expected.Refused(415, "application/json"), good) { ContentType = type };
        }

        yield return new("A form", Expected.Refused(415, "application/json"), "hook=order-sign&context=%7B%7D") { ContentType = "application/x-www-form-urlencoded" };
        yield return new("gzip", Expected.Refused(415, "Content-Encoding"), Gzip(good)) { ContentEncoding = "gzip" };
        yield return new("A gzip bomb", Expected.Refused(415, "Content-Encoding"), Gzip(new string(' ', 50_000_000))) { ContentEncoding = "gzip" };
        yield return new("gzip that does not say so", Expected.Bad("UTF-8"), Gzip(good));
        yield return new("gzip that is none", Expected.Refused(415, "Content-Encoding"), good) { ContentEncoding = "gzip" };
        yield return new("br", Expected.Refused(415, "Content-Encoding"), good) { ContentEncoding = "br" };
        foreach (var method in new[] { "PUT", "PATCH", "DELETE", "BREW" })
        {
            yield return new($"{method} a call", Expected.Refused(405, "POST"), good) { Method = method };
        }

        yield return new("POST to discovery", Expected.Refused(405, "GET"), good) { Path = "/cds-services" };
    }

    private static IEnumerable<HostileRequest> Paths()
    {
        const string Id = ConformanceCall.StartSafety;
        foreach (var path in new[] { "no-such-service", "__proto__", "feedback", "..%2f..%2fetc%2fpasswd", "..%5C..%5Cwindows", Id + "%2Ffeedback", Id + "%20", Id + ";x=1", Id.ToUpperInvariant(), "%F0%9F%98%80", "%27%20OR%201=1--", "*", "{id}", new string('x', 4_000) })
        {
            yield return new($"Service '{(path.Length > 99 ? "of 4000 letters" : path)}'", Expected.Refused(404, "/cds-services"), Valid.Request()) { Path = "/cds-services/" + path };
        }

        yield return new("A path below the service", Expected.Refused(404, "address"), Valid.Request()) { Path = $"/cds-services/{Id}/../../health/ready/x" };
        yield return new("A path with dots", Expected.Refused(404, "address"), Valid.Request()) { Path = $"/cds-services/../{Id}" };
        yield return new("Two slashes", Expected.Refused(404, "address"), Valid.Request()) { Path = $"/cds-services//{Id}" };
        yield return new("U+0000 in the path", Expected.Bare400, Valid.Request()) { Path = $"/cds-services/{Id}%00" };
        yield return new("A query of 4000 letters", Expected.NoCards, Valid.Request()) { Path = $"/cds-services/{Id}?{new string('q', 4_000)}=%00" };
    }

    private static IEnumerable<HostileRequest> Hooks()
    {
        foreach (var hook in new[] { "no-such-hook", "patient-view", "appointment-book", "ORDER-SIGN", "order-sign ", "__proto__", "order-sign\\u0001", "<script>" })
        {
            yield return new($"Hook '{hook}'", Expected.Bad("order-sign"), Valid.WithRaw("hook", $"\"{hook}\""));
        }
    }

    /// <summary>One key is missing, so that a service that trusts its callers would go and ask there.</summary>
    private static IEnumerable<HostileRequest> Servers()
    {
        foreach (var address in new[]
        {
            "file:///etc/passwd", "javascript:alert(1)", "http://user:secret@ehr.example.org/fhir", "http://169.254.169.254/latest/meta-data", "http://[fd00:ec2::254]/", "http://metadata.google.internal/",
            "http://127.0.0.1:1/", "http://localhost/", "http://[::1]/", "http://0x7f000001/", "http://2130706433/", "http://0/", "gopher://x", "ftp://x/", "//x/", "http://", "http://%00/", "https://ehr.example.org\\u0009/fhir", "data:,x", new string('h', 100_000),
        })
        {
            var call = Valid.Request().Without("prefetch.liverTests").With("fhirServer", "@@@@").ToJsonString().Replace("@@@@", address, StringComparison.Ordinal);
            yield return new($"FHIR server {(address.Length > 99 ? "of 100 kB" : address)}", Expected.DataQuality, call);
        }

        foreach (var authorization in new[] { "{}", "{\"access_token\":7}", "{\"access_token\":\"a\\r\\nX-Evil: 1\",\"token_type\":\"Bearer\"}", "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":1e999}" })
        {
            var call = Valid.Request().Without("prefetch.liverTests").With("fhirServer", "https://ehr.example.org/fhir").With("fhirAuthorization", "@@@@");
            yield return new($"Authorization {authorization}", Expected.DataQuality, call.ToJsonString().Replace("\"@@@@\"", authorization, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<HostileRequest> Feedback()
    {
        const string Path = $"/cds-services/{ConformanceCall.StartSafety}/feedback";
        foreach (var body in new[] { "{", "[]", "{}", "{\"feedback\":7}", "{\"feedback\":[null]}", "{\"feedback\":[[]]}", "{\"feedback\":[{\"card\":{},\"outcome\":[],\"outcomeTimestamp\":1e999}]}", "{\"feedback\":[{\"card\":\"c\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"9999-99-99\",\"overrideReason\":7}]}" })
        {
            yield return new($"Feedback {body}", Expected.Bad(body.Contains('[') && body.Length > 2 ? "feedback[0]" : string.Empty), body) { Path = Path };
        }

        yield return new("Thousands of wrong reports", Expected.Bad("1000 reports"), $"{{\"feedback\":[{string.Join(',', Enumerable.Repeat("{}", 100_000))}]}}") { Path = Path };
        yield return new("Feedback of 5 MB", Expected.Refused(413, "2097152"), new string(' ', FiveMegabytes)) { Path = Path };
    }

    private static byte[] Gzip(string text)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }
}
