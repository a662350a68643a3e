using System.Text.Json;
using FhirNaltrexone.Validation.Definitions;

namespace FhirNaltrexone.Validation.Tests.FhirPath.Support;

/// <summary>The constraints in the snapshots of the core definitions.</summary>
internal static class CoreInvariants
{
    private static readonly Lazy<IReadOnlyList<CoreInvariant>> Read = new(() => [.. Find().Distinct()]);

    public static IReadOnlyList<CoreInvariant> All => Read.Value;

    private static IEnumerable<CoreInvariant> Find() =>
        from definition in DefinitionSet.Core.All("StructureDefinition")
        where definition.TryGetProperty("snapshot", out _)
        from element in definition.GetProperty("snapshot").GetProperty("element").EnumerateArray()
        where element.TryGetProperty("constraint", out _)
        from constraint in element.GetProperty("constraint").EnumerateArray()
        where constraint.TryGetProperty("expression", out _)
        select new CoreInvariant(
            Text(definition, "derivation") != "constraint" ? Text(definition, "type") : null,
            Text(element, "path")!, Text(constraint, "key")!, Text(constraint, "expression")!);

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
