using FhirNaltrexone.Storage.Indexing;

namespace FhirNaltrexone.Storage.Tests.Indexing;

public class StringExtractionTests
{
    [Fact]
    public void Names_are_found_by_every_part_and_double_family_names_by_the_later_one_too()
    {
        var found = Extracted.Of("Patient", """
            "name":[{"family":"Carreño-Quiñones","given":["Ana","María"],"prefix":["Dr."],"suffix":["MSc"],"text":"Ana Carreño"}]
            """);

        Assert.Equal(
            ["carreno quinones (Carreño-Quiñones)", "quinones (Carreño-Quiñones)", "ana (Ana)", "maria (María)", "dr (Dr.)", "msc (MSc)", "ana carreno (Ana Carreño)"],
            found.Strings("name"));
        Assert.Equal(["carreno quinones (Carreño-Quiñones)", "quinones (Carreño-Quiñones)"], found.Strings("family"));
        Assert.Equal(["ana (Ana)", "maria (María)"], found.Strings("given"));
    }

    [Fact]
    public void Addresses_are_found_by_every_part()
    {
        var found = Extracted.Of("Patient", """
            "address":[{"use":"home","line":["Graben 1","Top 2"],"city":"Wien","district":"I","state":"W","postalCode":"1010","country":"AT","text":"Graben 1, Wien"}]
            """);

        Assert.Equal(
            ["graben 1 (Graben 1)", "top 2 (Top 2)", "wien (Wien)", "i (I)", "w (W)", "1010 (1010)", "at (AT)", "graben 1 wien (Graben 1, Wien)"],
            found.Strings("address"));
        Assert.Equal(["wien (Wien)"], found.Strings("address-city"));
        Assert.Equal(["http://hl7.org/fhir/address-use|home"], found.Tokens("address-use"));
    }

    [Fact]
    public void The_narrative_gives_words_without_markup()
    {
        var found = Extracted.Of("Patient", """
            "text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p class=\"hidden\">Takes <b>Naltrexone</b> &amp; caf&#233;; takes 50&nbsp;mg</p></div>"},"active":true
            """);

        Assert.Equal(" 50 cafe mg naltrexone takes ", found.Words("_text"));
        Assert.Equal(" 50 cafe generated mg naltrexone takes ", found.Words("_content"));
    }

    [Fact]
    public void Content_holds_all_texts_but_binary_data()
    {
        var found = Extracted.Of("Media", """ "content":{"contentType":"text/plain","data":"aGVsbG8=","title":"Scan of the liver"} """);

        Assert.Equal(" liver of plain scan text the ", found.Words("_content"));
        Assert.Null(found.Words("_text"));
    }

    [Fact]
    public void Long_texts_keep_their_identity_and_stay_within_bounds()
    {
        var (one, other) = (new string('ä', 5000) + "1", new string('ä', 5000) + "2");
        var found = Extracted.Of("Patient", $$""" "name":[{"text":"{{one}}"}],"identifier":[{"system":"urn:{{one}}","value":"{{one}}"},{"system":"urn:{{other}}","value":"{{other}}"}] """);

        Assert.Equal(2, found.Tokens("identifier").Length);
        Assert.All(found.Entries.Tokens, entry => Assert.True(entry.Code.Length <= IndexText.TokenLength && entry.System.Length <= IndexText.UriLength));
        Assert.All(found.Entries.Strings, entry => Assert.True(entry.Folded.Length <= IndexText.StringLength && entry.Exact.Length <= IndexText.StringLength));
        Assert.Contains(found.Entries.Tokens, entry => entry.Code == IndexText.Token(one));
        Assert.NotEqual(IndexText.Exact(one), IndexText.Exact(other));
    }

    [Fact]
    public void Nothing_keeps_a_null_character_or_half_a_pair()
    {
        var found = Extracted.Of("Patient", """ "name":[{"family":"A\u0000B","given":["\ud800","x"]}],"birthDate":"\ud800" """);

        Assert.Equal(["ab (AB)", "x (x)"], found.Strings("name"));
    }
}
