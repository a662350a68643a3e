namespace FhirNaltrexone.Validation.Tests.FhirPath.Support;

/// <summary>The differences from another engine that conformance/divergences.md names: rows of engine, resource, invariant, our answer and theirs.</summary>
internal static class Divergences
{
    /// <summary>Fails when differences are not listed, or listed ones do not occur.</summary>
    public static void AreKnown(string engine, IEnumerable<string> differences)
    {
        var found = differences.Select(difference => $"| {engine} | {difference} |").ToHashSet(StringComparer.Ordinal);
        var known = File.ReadAllLines(Path.Combine(Samples.Root, "conformance", "divergences.md"))
            .Where(row => row.StartsWith($"| {engine} |", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

        var unknown = found.Except(known).ToList();
        Assert.True(unknown.Count == 0, $"{unknown.Count} differences:{Environment.NewLine}{string.Join(Environment.NewLine, unknown.Take(60))}");
        Assert.Empty(known.Except(found));
    }
}
