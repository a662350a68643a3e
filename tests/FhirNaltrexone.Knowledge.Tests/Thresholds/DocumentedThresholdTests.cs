using System.Text.RegularExpressions;
using FhirNaltrexone.Knowledge.Tests.Fixtures;

namespace FhirNaltrexone.Knowledge.Tests.Thresholds;

/// <summary>Overrides that pages show as examples are such as the service takes.</summary>
public sealed partial class DocumentedThresholdTests
{
    public static TheoryData<string, string, string> Examples => [.. Pages().SelectMany(page => Example().Matches(File.ReadAllText(page)).Select(match =>
        new TheoryDataRow<string, string, string>(Path.GetFileName(page), match.Groups["key"].Value, match.Groups["value"].Value)))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_can_be_set(string page, string key, string value)
    {
        var refused = Record.Exception(() => ContentSet.LoadEmbedded(new Dictionary<string, string> { [key] = value }));

        Assert.True(refused is null, $"{page}: {refused?.Message}");
    }

    private static IEnumerable<string> Pages()
        => Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Append(Path.Combine(Repository.Root, "README.md"));

    [GeneratedRegex(@"Thresholds(__|:)(?<key>[\w.]+)=(?<value>[^\s`]+)")]
    private static partial Regex Example();
}
