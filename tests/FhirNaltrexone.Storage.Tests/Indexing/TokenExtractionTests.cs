namespace FhirNaltrexone.Storage.Tests.Indexing;

public class TokenExtractionTests
{
    [Fact]
    public void A_code_has_the_system_its_binding_implies()
        => Assert.Equal(["http://hl7.org/fhir/administrative-gender|male"], Extracted.Of("Patient", """ "gender":"male" """).Tokens("gender"));

    [Fact]
    public void An_unknown_code_has_no_system()
        => Assert.Equal(["|banana"], Extracted.Of("Patient", """ "gender":"banana" """).Tokens("gender"));

    [Fact]
    public void A_concept_gives_each_coding_and_all_texts()
    {
        var found = Extracted.Of("Observation", """
            "code":{"coding":[{"system":"http://loinc.org","code":"1920-8","display":"AST"},{"code":"GOT"},{"system":"urn:x"}],"text":"Liver test"}
            """);

        Assert.Equal(["http://loinc.org|1920-8", "|got", "urn:x|"], found.Tokens("code"));
        Assert.Equal(["ast (AST)", "liver test (Liver test)"], found.Strings("code:text"));
        Assert.False(found.IsMarkedPresent("code"));
    }

    [Fact]
    public void A_concept_of_text_only_is_present_without_a_token()
    {
        var found = Extracted.Of("Observation", """ "code":{"text":"Liver test"} """);

        Assert.Empty(found.Tokens("code"));
        Assert.True(found.IsMarkedPresent("code"));
        Assert.Equal(["liver test (Liver test)"], found.Strings("code:text"));
    }

    [Theory]
    [InlineData(""" "active":true """, "active", "|true")]
    [InlineData(""" "telecom":[{"system":"phone","use":"home","value":"+43 1"}] """, "phone", "|+43 1")]
    [InlineData(""" "telecom":[{"system":"email","value":"A@B.org"}] """, "email", "|a@b.org")]
    [InlineData(""" "meta":{"tag":[{"system":"urn:t","code":"A"}]} """, "_tag", "urn:t|a")]
    [InlineData(""" "meta":{"security":[{"system":"urn:s","code":"R"}]} """, "_security", "urn:s|r")]
    [InlineData(""" "deceasedBoolean":false """, "deceased", "|false")]
    [InlineData(""" "deceasedBoolean":true """, "deceased", "|true")]
    [InlineData(""" "deceasedDateTime":"2020" """, "deceased", "|true")]
    [InlineData(""" "active":true """, "deceased", "|false")]
    public void Other_types_of_patients(string members, string code, string expected)
        => Assert.Equal([expected], Extracted.Of("Patient", members).Tokens(code));

    [Fact]
    public void Telecoms_are_told_apart_by_system()
        => Assert.Empty(Extracted.Of("Patient", """ "telecom":[{"system":"email","value":"a@b.org"}] """).Tokens("phone"));

    [Fact]
    public void An_identifier_gives_its_value_and_one_token_for_each_coding_of_its_type()
    {
        // FHIR R4, search, modifier of-type: identifier:of-type=http://terminology.hl7.org/CodeSystem/v2-0203|MR|446053
        var found = Extracted.Of("Patient", """
            "identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}],"text":"Record no."},"system":"urn:h","value":"446053"},
                          {"value":"X1"},{"system":"urn:only"}]
            """);

        Assert.Equal(["urn:h|446053", "|x1", "urn:only|"], found.Tokens("identifier"));
        Assert.Equal(["http://terminology.hl7.org/CodeSystem/v2-0203|mr|446053"], found.Tokens("identifier:of-type"));
        Assert.Equal(["record no (Record no.)"], found.Strings("identifier:text"));
    }

    [Theory]
    [InlineData(""" "_gender":{"extension":[{"url":"urn:x","valueCode":"unknown"}]} """)]
    [InlineData(""" "gender":null """)]
    [InlineData(""" "maritalStatus":{"extension":[{"url":"urn:x","valueCode":"unknown"}],"id":"a"} """)]
    public void Extensions_alone_are_no_value(string members)
    {
        var found = Extracted.Of("Patient", members);

        Assert.All(["gender", "marital-status"], code => Assert.False(found.IsMarkedPresent(code)));
        Assert.DoesNotContain(found.Entries.Tokens, entry => entry.Code != "false");
    }

    [Fact]
    public void Equal_codes_give_one_entry()
        => Assert.Equal(["urn:t|a"], Extracted.Of("Patient", """ "meta":{"tag":[{"system":"urn:t","code":"A"},{"system":"urn:t","code":"a"}]} """).Tokens("_tag"));

    [Fact]
    public void Parts_of_a_composite_share_the_number_of_their_element()
    {
        var found = Extracted.Of("Observation", """
            "code":{"coding":[{"code":"panel"}]},
            "component":[{"code":{"coding":[{"code":"sys"}]},"valueQuantity":{"value":120}},
                         {"code":{"coding":[{"code":"odd"}]},"valueString":"x"},
                         {"code":{"coding":[{"code":"dia"}]},"valueQuantity":{"value":80}}]
            """);

        Assert.Equal(["1: |sys", "2: |dia"], found.Tokens("component-code-value-quantity$0"));
        Assert.Equal(["1: Coded 120..120 |", "2: Coded 80..80 |"], found.Quantities("component-code-value-quantity$1"));
        Assert.Empty(found.Tokens("code-value-quantity$0"));
        Assert.Equal(["1: |sys", "2: |dia"], found.Tokens("combo-code-value-quantity$0"));
    }

    [Fact]
    public void A_part_of_a_composite_may_start_at_the_resource()
    {
        var found = Extracted.Of("MolecularSequence", """
            "referenceSeq":{"chromosome":{"coding":[{"code":"1"}]}},"variant":[{"start":10,"end":20}]
            """);

        Assert.Equal(["1: |1"], found.Tokens("chromosome-variant-coordinate$0"));
        Assert.Equal(["1: 20..20"], found.Numbers("chromosome-variant-coordinate$2"));
    }
}
