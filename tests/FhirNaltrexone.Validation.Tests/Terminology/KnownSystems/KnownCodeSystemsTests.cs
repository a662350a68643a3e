using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Tests.Terminology.KnownSystems;

public sealed class KnownCodeSystemsTests
{
    [Theory]
    [InlineData("en", CodeVerdict.Yes)]
    [InlineData("de-CH", CodeVerdict.Yes)]
    [InlineData("EN-us", CodeVerdict.Yes)]
    [InlineData("und", CodeVerdict.Yes)]
    [InlineData("i-klingon", CodeVerdict.Yes)]
    [InlineData("x-clinic-7", CodeVerdict.Yes)]
    [InlineData("zh-Hant-TW", CodeVerdict.Unknown)]
    [InlineData("gsw", CodeVerdict.Unknown)]
    [InlineData("es-419", CodeVerdict.Unknown)]
    [InlineData("de-1996", CodeVerdict.Unknown)]
    [InlineData("en-a-bbb-x-a", CodeVerdict.Unknown)]
    [InlineData("de-UK", CodeVerdict.Unknown)]
    [InlineData("qq", CodeVerdict.No)]
    [InlineData("english", CodeVerdict.No)]
    [InlineData("en_US", CodeVerdict.No)]
    [InlineData("en-", CodeVerdict.No)]
    [InlineData("de-rozaj-rozaj", CodeVerdict.No)]
    [InlineData("en-a-bbb-a-ccc", CodeVerdict.No)]
    [InlineData("e\u212Akk", CodeVerdict.No)]
    [InlineData("en\n", CodeVerdict.No)]
    [InlineData("", CodeVerdict.No)]
    public void Language_tags_are_known_by_grammar_and_short_registries(string tag, CodeVerdict verdict) => Check("urn:ietf:bcp:47", tag, verdict);

    [Theory]
    [InlineData("text/plain", true)]
    [InlineData("application/fhir+json", true)]
    [InlineData("text/plain; charset=utf-8", true)]
    [InlineData("text/plain;charset=\"utf-8\";format=flowed", true)]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", true)]
    [InlineData("text", false)]
    [InlineData("text/", false)]
    [InlineData("/plain", false)]
    [InlineData("text/plain/x", false)]
    [InlineData("text/pl ain", false)]
    [InlineData("*/*", false)]
    [InlineData("text/plain; charset", false)]
    [InlineData("text/plain;", false)]
    public void Media_types_are_known_by_grammar(string type, bool isType) => Check("urn:ietf:bcp:13", type, isType ? CodeVerdict.Yes : CodeVerdict.No);

    [Theory]
    [InlineData("urn:oid:1.2.3", true)]
    [InlineData("https://example.org/a?b=c#d", true)]
    [InlineData("mailto:a@example.org", true)]
    [InlineData("https://example.org/%7Ea", true)]
    [InlineData("example.org", false)]
    [InlineData("1a:b", false)]
    [InlineData("urn:", false)]
    [InlineData("https://example.org/a b", false)]
    [InlineData("https://example.org/%7", false)]
    public void Addresses_are_known_by_grammar(string uri, bool isUri) => Check("urn:ietf:rfc:3986", uri, isUri ? CodeVerdict.Yes : CodeVerdict.No);

    [Theory]
    [InlineData("US", true)]
    [InlineData("USA", true)]
    [InlineData("840", true)]
    [InlineData("us", false)]
    [InlineData("UK", false)]
    [InlineData("ZZ", false)]
    [InlineData("999", false)]
    public void Countries_are_known_by_all_three_codes(string code, bool isCountry) => Check("urn:iso:std:iso:3166", code, isCountry ? CodeVerdict.Yes : CodeVerdict.No);

    [Theory]
    [InlineData("USD", true)]
    [InlineData("EUR", true)]
    [InlineData("XAU", true)]
    [InlineData("DEM", false)]
    [InlineData("usd", false)]
    [InlineData("840", false)]
    public void Currencies_are_known(string code, bool isCurrency) => Check("urn:iso:std:iso:4217", code, isCurrency ? CodeVerdict.Yes : CodeVerdict.No);

    [Fact]
    public void The_tables_are_whole()
    {
        var countries = Shelf.Service.Expand(Shelf.Json(Shelf.Set("countries", """{"system":"urn:iso:std:iso:3166"}""")), new()).Value!;
        var currencies = Shelf.Service.Expand(Shelf.Json(Shelf.Set("currencies", """{"system":"urn:iso:std:iso:4217"}""")), new()).Value!;

        Assert.Equal(3 * 249, countries.Total);
        Assert.Equal("United States", Shelf.Service.Lookup("urn:iso:std:iso:3166", "840").Value!.Display);
        Assert.Equal("Swiss Franc", currencies.Codes.Single(code => code.Code == "CHF").Display);
    }

    private static void Check(string system, string code, CodeVerdict verdict)
        => Assert.Equal(verdict, Shelf.Service.ValidateInSystem(new(system, code)).Verdict);
}
