using System.Collections.Frozen;
using FhirNaltrexone.Validation.Terminology.CodeSystems;
using FhirNaltrexone.Validation.Terminology.ValueSets;
using FhirNaltrexone.Validation.Units;

namespace FhirNaltrexone.Validation.Terminology.KnownSystems;

/// <summary>Code systems of other standards that FHIR names and whose codes can be told without their documents (FHIR R4, code systems).</summary>
internal static class KnownCodeSystems
{
    public const string Ucum = "http://unitsofmeasure.org";

    private static readonly FrozenDictionary<string, Lazy<ICodeSystem>> Systems = new Dictionary<string, Lazy<ICodeSystem>>
    {
        [Ucum] = new(() => new GrammarCodeSystem(Ucum, "Unified Code for Units of Measure", code => Recognize(code, UcumSyntax.IsUnit(code)), Units)),
        ["urn:ietf:bcp:47"] = new(() => new GrammarCodeSystem("urn:ietf:bcp:47", "Tags for the Identification of Languages", LanguageTags.Find)),
        ["urn:ietf:bcp:13"] = new(() => new GrammarCodeSystem("urn:ietf:bcp:13", "Media types", code => Recognize(code, MediaTypes.IsMediaType(code)))),
        ["urn:ietf:rfc:3986"] = new(() => new GrammarCodeSystem("urn:ietf:rfc:3986", "Uniform Resource Identifiers", code => Recognize(code, Uris.IsUri(code)))),
        ["urn:iso:std:iso:4217"] = new(() => new ListedCodeSystem("urn:iso:std:iso:4217", "Currencies", Tables.Currencies())),
        ["urn:iso:std:iso:3166"] = new(() => new ListedCodeSystem("urn:iso:std:iso:3166", "Countries", Tables.Countries())),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Finds one by its URL.</summary>
    public static ICodeSystem? Find(string url) => Systems.GetValueOrDefault(url)?.Value;

    private static Answer<Concept?> Recognize(string code, bool isCode) => new(isCode ? new Concept(code, null) : null);

    /// <summary>Units that measure the same as a given one (FHIR R4, using UCUM: the filter property <c>canonical</c>).</summary>
    private static Answer<Func<Concept, bool>>? Units(ConceptFilter filter)
    {
        if (filter is not { Property: "canonical", Operation: "=" } || !Units(filter.Value, out var wanted)) return null;
        return new(concept => Units(concept.Code, out var unit) && unit == wanted);
    }

    private static bool Units(string code, out string unit) => Validation.Units.Ucum.TryCanonical(1, code, out _, out unit);
}
