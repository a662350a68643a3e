using System.Text.RegularExpressions;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Hosting;

/// <summary>The container image is built from a part of the repository: all that the projects embed must be in it, or it serves less without a word.</summary>
public sealed partial class ImageTests
{
    public static TheoryData<string> Embedded => [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(project => Outside().Matches(File.ReadAllText(project))).Select(match => match.Groups[1].Value.Split('*')[0]).Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Embedded))]
    public void What_projects_embed_is_sent_to_the_build_and_copied(string path)
    {
        var sent = Lines(".dockerignore").Where(line => line.StartsWith('!')).Select(line => line[1..]);
        var copied = Lines("Dockerfile").Select(line => line.Split(' ')).Where(words => words[0] == "COPY" && !words[1].StartsWith('-')).Select(words => words[1]);

        Assert.Contains(sent, prefix => Holds(prefix, path));
        Assert.Contains(copied, prefix => Holds(prefix, path));
    }

    [Fact]
    public void Projects_embed_what_lies_outside_of_them() => Assert.True(Embedded.Count > 4);

    private static bool Holds(string folder, string path) => path == folder || path.StartsWith($"{folder.TrimEnd('/')}/", StringComparison.Ordinal);

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Repository.Root, file));

    [GeneratedRegex("Include=\"\\.\\./\\.\\./([^\"]+)\"")]
    private static partial Regex Outside();
}
