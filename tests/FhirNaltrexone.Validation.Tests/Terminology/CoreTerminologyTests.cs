using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Tests.Terminology;

/// <summary>The value sets of FHIR R4 itself.</summary>
public sealed class CoreTerminologyTests
{
    private static readonly TerminologyService Service = new(DefinitionSet.Core);

    private static readonly Lazy<Dictionary<string, Expansion?>> Expanded = new(() => DefinitionSet.Core.All("ValueSet")
        .Select(set => set.GetProperty("url").GetString()!)
        .ToDictionary(url => url, url => Service.Expand(url, new()).Value));

    [Fact]
    public void Most_value_sets_expand()
    {
        Assert.Equal(1316, Expanded.Value.Count);
        Assert.InRange(Expanded.Value.Values.Count(expansion => expansion is not null), 1221, 1316);
    }

    [Fact]
    public void Every_code_of_an_expansion_is_in_its_value_set_and_no_other_code_is()
    {
        foreach (var (url, expansion) in Expanded.Value)
        {
            if (expansion is null) continue;
            foreach (var code in expansion.Codes.Where(code => !code.IsAbstract))
            {
                var check = Service.Validate(url, code.System, code.Code, display: code.Display);
                Assert.True(check is { Verdict: CodeVerdict.Yes, IsDisplayWrong: false }, $"{url}: {code.System}|{code.Code}");
            }

            Assert.All(expansion.Codes.Select(code => code.System).Distinct(), system => Assert.Equal(CodeVerdict.No, Service.Validate(url, system, "no such code").Verdict));
        }
    }

    [Fact]
    public void Many_threads_get_the_same_answers()
    {
        var fresh = new TerminologyService(DefinitionSet.Core);
        var urls = Expanded.Value.Keys.Where((_, index) => index % 10 == 0).SelectMany(url => new[] { url, url, url, url }).ToList();

        Parallel.ForEach(urls, url => Assert.Equal(Expanded.Value[url]?.Total, fresh.Expand(url, new()).Value?.Total));
    }

    [Fact]
    public void No_value_set_without_an_expansion_says_no_to_what_it_does_not_know()
        => Assert.All(
            Expanded.Value.Where(pair => pair.Value is null && pair.Key.StartsWith("http://hl7.org/fhir/ValueSet/condition-code", StringComparison.Ordinal)),
            pair => Assert.Equal(CodeVerdict.Unknown, Service.Validate(pair.Key, "http://snomed.info/sct", "138875005").Verdict));

    [Theory]
    [InlineData("http://hl7.org/fhir/ValueSet/administrative-gender", null, "female", CodeVerdict.Yes)]
    [InlineData("http://hl7.org/fhir/ValueSet/administrative-gender", null, "F", CodeVerdict.No)]
    [InlineData("http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1", "http://hl7.org/fhir/administrative-gender", "male", CodeVerdict.Yes)]
    [InlineData("http://hl7.org/fhir/ValueSet/mimetypes", null, "image/png", CodeVerdict.Yes)]
    [InlineData("http://hl7.org/fhir/ValueSet/mimetypes", null, "image", CodeVerdict.No)]
    [InlineData("http://hl7.org/fhir/ValueSet/currencies", "urn:iso:std:iso:4217", "EUR", CodeVerdict.Yes)]
    [InlineData("http://hl7.org/fhir/ValueSet/all-languages", null, "de-AT", CodeVerdict.Yes)]
    [InlineData("http://hl7.org/fhir/ValueSet/iso3166-1-3", null, "AUT", CodeVerdict.Yes)]
    [InlineData("http://hl7.org/fhir/ValueSet/iso3166-1-3", null, "AT", CodeVerdict.No)]
    [InlineData("http://hl7.org/fhir/ValueSet/iso3166-1-N", null, "040", CodeVerdict.Yes)]
    [InlineData("http://hl7.org/fhir/ValueSet/all-distance-units", null, "[ft_i]", CodeVerdict.Yes)]
    [InlineData("http://hl7.org/fhir/ValueSet/all-distance-units", null, "kg", CodeVerdict.No)]
    [InlineData("http://terminology.hl7.org/ValueSet/v2-2.4-0006", "http://terminology.hl7.org/CodeSystem/v2-0006", "ATH", CodeVerdict.Yes)]
    [InlineData("http://hl7.org/fhir/ValueSet/all-types", null, "Patient", CodeVerdict.Yes)]
    [InlineData("http://terminology.hl7.org/ValueSet/v3-NullFlavor", "http://terminology.hl7.org/CodeSystem/v3-NullFlavor", "UNK", CodeVerdict.Yes)]
    [InlineData("http://hl7.org/fhir/ValueSet/observation-codes", "http://loinc.org", "8302-2", CodeVerdict.Yes)]
    [InlineData("http://hl7.org/fhir/ValueSet/observation-codes", "http://loinc.org", "0-0", CodeVerdict.Unknown)]
    public void A_code_of_the_core_is_known(string valueSet, string? system, string code, CodeVerdict verdict)
        => Assert.Equal(verdict, Service.Validate(valueSet, system, code).Verdict);
}
