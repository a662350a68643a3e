using System.Text.Json;

namespace FhirNaltrexone.ValidatorSuite;

/// <summary>One run of a public test case.</summary>
/// <param name="Name">Name of the case.</param>
/// <param name="Module">Module of the suite.</param>
/// <param name="File">The resource.</param>
/// <param name="Profile">File of the profile it is validated against; null for a run against the core and the profiles it names itself.</param>
/// <param name="Supporting">Files with definitions to load.</param>
/// <param name="IsValid">Whether the reference validator finds no error.</param>
/// <param name="Places">Where it finds errors, in plain FHIRPath.</param>
internal sealed record SuiteCase(
    string Name, string Module, string File, string? Profile, IReadOnlyList<string> Supporting, bool IsValid, IReadOnlyList<string> Places)
{
    /// <summary>Key in the table of divergences.</summary>
    public string Key => $"{Name} ({(Profile is null ? "base" : "profile")})";

    public static IEnumerable<SuiteCase> ReadAll(string folder)
        => JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(folder, "cases.json"))).RootElement.EnumerateArray().Select(Read);

    private static SuiteCase Read(JsonElement json)
    {
        var expected = json.GetProperty("expected");
        return new(
            json.GetProperty("name").GetString()!,
            json.GetProperty("module").GetString()!,
            json.GetProperty("file").GetString()!,
            json.GetProperty("run").GetString() == "profile" ? json.GetProperty("profile").GetString() : null,
            [.. json.GetProperty("supporting").EnumerateArray().Select(file => file.GetString()!)],
            expected.GetProperty("valid").GetBoolean(),
            [.. expected.GetProperty("errors").EnumerateArray().SelectMany(Expressions).Select(PlainPath.Of)]);
    }

    private static IEnumerable<string> Expressions(JsonElement error)
        => error.TryGetProperty("expression", out var expressions) ? expressions.EnumerateArray().Select(each => each.GetString()!) : [];
}
