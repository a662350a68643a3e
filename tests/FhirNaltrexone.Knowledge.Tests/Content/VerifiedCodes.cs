using FhirNaltrexone.Knowledge.Tests.Fixtures;

namespace FhirNaltrexone.Knowledge.Tests.Content;

/// <summary>Single codes that CQL and ActivityDefinitions use beside the value sets, each with the public source it was checked against.</summary>
internal static class VerifiedCodes
{
    public static IEnumerable<(string? System, string? Code)> Read()
        => File.ReadLines(Path.Combine(Repository.Root, "tests/FhirNaltrexone.Knowledge.Tests/Content/verified-codes.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(fields => ((string?)fields[0], (string?)fields[1]));
}
