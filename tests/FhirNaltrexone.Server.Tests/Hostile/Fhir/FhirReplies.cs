using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Hostile.Fhir;

/// <summary>Proves that an answer is one a client can rely on and tells nothing of the inside of the server.</summary>
internal static partial class FhirReplies
{
    private const int FewestLetters = 15;

    /// <summary>Neither 5xx (but those that the guards state), nor SQL, stack traces or names of exceptions; a refusal says what helps.</summary>
    /// <returns>Diagnostics and expressions of a refusal; empty for a success.</returns>
    public static async Task<string> CheckAsync(HttpResponseMessage response, bool isBare = false)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode is < 500 or 503 or 507, $"{(int)response.StatusCode} {Brief(text)}");
        Assert.False(Inside().IsMatch(text), $"The answer tells of the inside of the server: {Inside().Match(text).Value} in {Brief(text)}");
        if (response.StatusCode < HttpStatusCode.BadRequest || (isBare && text.Length == 0)) return string.Empty;
        if (response.RequestMessage!.Method == HttpMethod.Head) return string.Empty;
        var issues = await Outcome.ReadAsync(response, response.StatusCode);
        Assert.NotEmpty(issues);
        Assert.All(issues, issue => Assert.True(issue is { Code: not "exception", Text.Length: >= FewestLetters }, $"It does not help: {Brief(text)}"));
        return string.Join(' ', issues.Select(issue => $"{issue.Expression} {issue.Text}"));
    }

    /// <summary>How many matches a searchset has.</summary>
    public static async Task<int> MatchesAsync(HttpResponseMessage response)
        => JsonNode.Parse(await response.Content.ReadAsStringAsync())!["entry"]?.AsArray().Count(entry => (string?)entry!["search"]?["mode"] == "match") ?? 0;

    /// <summary>The start of an answer, for the report of a failure.</summary>
    public static string Brief(string text) => text.Length <= 600 ? text : text[..600] + "…";

    [GeneratedRegex(@"\b(SELECT\s|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET|UNION\s|ORDER\s+BY|no such (table|column)|constraint failed|SQLITE_|Npgsql|Microsoft\.|System\.[A-Z]\w+|\w+Exception\b|stack trace)|^\s+at \w+\.|\\n\s+at \w+\.", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Inside();
}
