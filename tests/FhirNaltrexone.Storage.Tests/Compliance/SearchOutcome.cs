namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>What came of a search over all its pages.</summary>
/// <param name="Refused">Status of the refusal, or null.</param>
/// <param name="Finds">Matches in order, pages parted by bars.</param>
/// <param name="Includes">Resources delivered along, in the order of their names, pages parted by bars.</param>
/// <param name="Totals">Total of each page.</param>
internal sealed record SearchOutcome(int? Refused, string Finds, string Includes, IReadOnlyList<long?> Totals)
{
    public static SearchOutcome Of(int status) => new(status, "", "", []);
}
