namespace FhirNaltrexone.Knowledge.Tests.Fixtures;

/// <summary>One row of <c>conformance/cases.csv</c>: a resource, a profile, and what is wrong with it.</summary>
/// <param name="File">Path of the resource, relative to the repository.</param>
/// <param name="Profile">Canonical of the profile.</param>
/// <param name="IsValid">Whether the resource meets the profile.</param>
/// <param name="Key">Of a valid one the invariant it shows, of another one the invariant or message expected; may be empty.</param>
internal sealed record ConformanceCase(string File, string Profile, bool IsValid, string Key)
{
    /// <summary>All rows, in the order of the file. No field of this file is quoted.</summary>
    public static IReadOnlyList<ConformanceCase> All { get; } =
        [.. System.IO.File.ReadLines(Path.Combine(Repository.Root, "conformance", "cases.csv")).Skip(1).Select(Read)];

    private static ConformanceCase Read(string line)
    {
        var fields = line.Split(',');
        return new(fields[0], fields[1], fields[2] == "pass", fields[6]);
    }
}
