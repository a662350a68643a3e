using System.Text.RegularExpressions;
using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>
/// The types a reference parameter really leads to. R4 declares Patient and Group for most parameters named <c>patient</c>, whose expressions
/// keep Patients only: an id without type means a Patient there.
/// </summary>
internal static partial class ParameterTargets
{
    /// <summary>Types; empty for any.</summary>
    public static IReadOnlyList<string> Of(SearchParameter parameter)
    {
        var kept = parameter.Expression.Split('|').Select(branch => Restriction().Match(branch)).ToList();
        return kept.TrueForAll(match => match.Success) ? [.. kept.Select(match => match.Groups[1].Value).Distinct()] : parameter.Targets;
    }

    [GeneratedRegex(@"\.where\(\s*resolve\(\)\s+is\s+([A-Za-z]+)\s*\)\s*\)?\s*\z")]
    private static partial Regex Restriction();
}
