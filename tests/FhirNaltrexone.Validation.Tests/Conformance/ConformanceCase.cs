using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Tests.Conformance;

/// <summary>One row of <c>conformance/cases.csv</c>: a resource, a profile, and the one issue expected.</summary>
/// <param name="File">Path of the resource, relative to the repository.</param>
/// <param name="Profile">Canonical of the profile.</param>
/// <param name="Expected">The issue expected; null when the resource meets the profile.</param>
internal sealed record ConformanceCase(string File, string Profile, ExpectedIssue? Expected)
{
    /// <summary>All rows, in the order of the file. No field of this file is quoted.</summary>
    public static IReadOnlyList<ConformanceCase> All { get; } =
        [.. System.IO.File.ReadLines(Path.Combine(Guide.Root, "conformance", "cases.csv")).Skip(1).Select(line => Read(line.Split(',')))];

    private static ConformanceCase Read(string[] fields)
        => new(fields[0], fields[1], fields[2] == "pass" ? null : new(Enum.Parse<IssueSeverity>(fields[3], ignoreCase: true), fields[4], fields[5], fields[6]));
}
