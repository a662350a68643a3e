using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Validation.CommandLine;

/// <summary>A resource that was validated, with its place.</summary>
/// <param name="File">The file it is in, for tools.</param>
/// <param name="Place">Where it stands, for people: the file, or an entry of a package.</param>
/// <param name="FirstLine">Line of the file where it begins, from 1.</param>
/// <param name="Result">What came of it.</param>
internal sealed record CheckedItem(string File, string Place, long FirstLine, ValidationResult Result)
{
    /// <summary>Line of the file an issue is in; null when not known.</summary>
    public long? LineOf(Issue issue) => issue.Line is { } line ? FirstLine + line - 1 : Result.IsDone || FirstLine == 1 ? null : FirstLine;
}
