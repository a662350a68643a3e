using System.Collections.Frozen;
using FhirNaltrexone.Validation.FhirPath.Functions;

namespace FhirNaltrexone.Validation.FhirPath.Compilation;

/// <summary>All functions by name.</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, FunctionEntry> Entries = new[]
    {
        ExistenceFunctions.Entries, FilterFunctions.Entries, SubsetFunctions.Entries, ConversionFunctions.Entries, TextFunctions.Entries,
        PatternFunctions.Entries, MathFunctions.Entries, TreeFunctions.Entries, FhirFunctions.Entries,
    }.SelectMany(group => group).ToFrozenDictionary(entry => entry.Name, StringComparer.Ordinal);

    /// <summary>The function of a name; null when there is none.</summary>
    public static FunctionEntry? Find(string name) => Entries.GetValueOrDefault(name);
}
