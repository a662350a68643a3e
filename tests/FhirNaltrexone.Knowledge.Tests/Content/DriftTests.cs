using System.Security.Cryptography;
using FhirNaltrexone.Knowledge.Tests.Fixtures;

namespace FhirNaltrexone.Knowledge.Tests.Content;

/// <summary>What is committed under generated is what the tools made of what is committed under input.</summary>
public sealed class DriftTests
{
    [Fact]
    public void Every_source_is_the_one_the_content_was_built_from() => AssertRecorded("sources", Repository.FilesBelow("input"));

    [Fact]
    public void Every_generated_file_is_as_the_tools_wrote_it()
        => AssertRecorded("outputs", [.. Repository.FilesBelow("generated").Where(file => file != "generated/manifest.json")]);

    [Fact]
    public void The_page_that_explains_the_rules_is_as_the_tools_wrote_it() => AssertRecorded("documents", ["../docs/rules.md"]);

    private static void AssertRecorded(string part, IReadOnlyList<string> files)
    {
        var recorded = Repository.Json("generated/manifest.json").GetProperty(part).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString());
        var present = files.ToDictionary(file => file, Hash);

        // Other sources than input (tool configuration) may be recorded too; all files of the folder must be.
        Assert.Equal([], files.Except(recorded.Keys));
        Assert.Equal([], recorded.Keys.Where(file => !File.Exists(Path.Combine(Repository.Profiles, file))));
        Assert.Equal([], files.Where(file => recorded[file] != present[file]));
    }

    // The tools hash text with line feeds, whatever a checkout made of them; the package is no text.
    private static string Hash(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Profiles, file));
        return Convert.ToHexStringLower(SHA256.HashData(file.EndsWith(".tgz", StringComparison.Ordinal) ? bytes : [.. bytes.Where(b => b != '\r')]));
    }
}
