using System.Text.Json;

namespace FhirNaltrexone.CqlSuite;

/// <summary>One test of the public suite: its ELM and what it must give.</summary>
internal sealed record SuiteCase(string File, string Group, string Name, string Expression, string? Expected, string Invalid, JsonElement Actual, JsonElement ExpectedElm)
{
    /// <summary>True when the translator produced ELM for the expression.</summary>
    public bool Translated => Actual.ValueKind == JsonValueKind.Object;

    /// <summary>True when there is an expected value to compare with: a null needs no ELM.</summary>
    public bool Comparable => MustFail || Expected is null or "null" || ExpectedElm.ValueKind == JsonValueKind.Object;

    /// <summary>True when the evaluation must fail.</summary>
    public bool MustFail => Invalid != "false";

    public static IEnumerable<SuiteCase> ReadAll(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var tests = JsonDocument.Parse(System.IO.File.ReadAllBytes(path), new JsonDocumentOptions { MaxDepth = 512 }).RootElement;
            foreach (var test in tests.EnumerateArray()) yield return Read(Path.GetFileNameWithoutExtension(path), test);
        }
    }

    private static SuiteCase Read(string file, JsonElement test) => new(
        file, Text(test, "group")!, Text(test, "name")!, Text(test, "expression")!, Text(test, "expected"), Text(test, "invalid") ?? "false",
        Member(test, "actualElm"), Member(test, "expectedElm"));

    private static string? Text(JsonElement test, string name) =>
        test.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement Member(JsonElement test, string name) => test.TryGetProperty(name, out var value) ? value : default;
}
