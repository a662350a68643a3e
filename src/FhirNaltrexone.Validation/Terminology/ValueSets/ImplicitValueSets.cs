using System.Text.Json;

namespace FhirNaltrexone.Validation.Terminology.ValueSets;

/// <summary>Value sets that need no resource: a code system, or a rule of FHIR for one, says what is in them (FHIR R4, using SNOMED CT, LOINC, UCUM).</summary>
internal static class ImplicitValueSets
{
    private const string Snomed = "http://snomed.info/sct";
    private const string SnomedSubsumption = $"{Snomed}?fhir_vs=isa/";

    /// <summary>Whether the URL is one of endlessly many, which are not worth keeping.</summary>
    public static bool IsOneOfMany(string url) => url.StartsWith(SnomedSubsumption, StringComparison.Ordinal);

    /// <summary>Finds one; null when the URL means none.</summary>
    /// <param name="url">URL.</param>
    /// <param name="systems">Code systems by the URL of the value set of all their codes.</param>
    public static ValueSetContent? Find(string url, IReadOnlyDictionary<string, string> systems)
    {
        if (systems.TryGetValue(url, out var system)) return Of(url, new { system });
        if (IsOneOfMany(url))
        {
            var filter = new[] { new { property = "concept", op = "is-a", value = url[SnomedSubsumption.Length..] } };
            return Of(url, new { system = Snomed, filter });
        }

        return url switch
        {
            $"{Snomed}?fhir_vs" => Of(url, new { system = Snomed }),
            "http://loinc.org/vs" => Of(url, new { system = "http://loinc.org" }),
            "http://unitsofmeasure.org/vs" => Of(url, new { system = "http://unitsofmeasure.org" }),
            _ => null,
        };
    }

    private static ValueSetContent Of(string url, object include) => ValueSetReader.Read(JsonSerializer.SerializeToElement(
        new { resourceType = "ValueSet", url, status = "active", compose = new { include = new[] { include } } }));
}
