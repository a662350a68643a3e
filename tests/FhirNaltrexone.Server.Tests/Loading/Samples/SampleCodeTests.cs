using System.IO.Compression;
using System.Text.Json;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Loading.Samples;

/// <summary>No code in the data set is invented.</summary>
public sealed class SampleCodeTests
{
    private static readonly HashSet<(string System, string Code)> Known = [.. Verified(), .. CodeSystems(Core()), .. CodeSystems(Own())];

    [Fact]
    public void Every_code_is_verified_or_of_a_code_system_of_FHIR_or_ours()
    {
        var codings = CommittedSet.Resources.SelectMany(resource => resource.Objects())
            .Select(item => (System: item.Text("system"), Code: item.Text("code")))
            .Where(coding => coding is { System: not null, Code: not null } && coding.System != "http://unitsofmeasure.org")
            .Select(coding => (coding.System!, coding.Code!))
            .ToHashSet();

        Assert.True(codings.Count > 80, "Codes must be found to be checked.");
        Assert.Empty(codings.Except(Known));
    }

    private static IEnumerable<(string System, string Code)> Verified()
        => Repository.Read("tests/FhirNaltrexone.Server.Tests/Loading/Samples/verified-codes.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1).Select(line => line.Split(',')).Select(fields => (fields[0], fields[1]));

    private static IEnumerable<JsonElement> Own()
        => Directory.EnumerateFiles(Path.Combine(Repository.Root, "profiles/generated/resources"), "CodeSystem-*.json")
            .Select(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement);

    private static IEnumerable<JsonElement> Core()
    {
        using var file = new StreamReader(new GZipStream(
            File.OpenRead(Path.Combine(Repository.Root, "profiles/core/hl7.fhir.r4.core-4.0.1.slim.ndjson.gz")), CompressionMode.Decompress));
        while (file.ReadLine() is { } line)
        {
            if (line.StartsWith("""{"resourceType":"CodeSystem""", StringComparison.Ordinal)) yield return JsonDocument.Parse(line).RootElement;
        }
    }

    private static IEnumerable<(string System, string Code)> CodeSystems(IEnumerable<JsonElement> systems)
        => systems.SelectMany(system => Concepts(system).Select(code => (system.Text("url")!, code)));

    private static IEnumerable<string> Concepts(JsonElement parent)
        => parent.At("concept") is { } concepts
            ? concepts.EnumerateArray().SelectMany(concept => Concepts(concept).Append(concept.Text("code")!))
            : [];
}
