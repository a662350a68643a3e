namespace FhirNaltrexone.Validation.Tests.Profiles.Slicing;

/// <summary>All discriminators, rules and orders of slicing.</summary>
public sealed class SlicingTests
{
    private const string Url = "http://a.example/StructureDefinition/p";
    private const string Head = "\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"a\"}";

    private const string Two = """
        {"id":"Observation.category:a","path":"Observation.category","sliceName":"a","min":1,"max":"1"},
        {"id":"Observation.category:a.text","path":"Observation.category.text","min":1,"fixedString":"a"},
        {"id":"Observation.category:b","path":"Observation.category","sliceName":"b","max":"1"},
        {"id":"Observation.category:b.text","path":"Observation.category.text","min":1,"fixedString":"b"}
        """;

    [Theory]
    [InlineData("open", "a", "")]
    [InlineData("open", "b", "NAL-CARD-MIN Observation.category")]
    [InlineData("open", "a a", "NAL-CARD-MAX Observation.category")]
    [InlineData("open", "c a d", "")]
    [InlineData("closed", "a c", "NAL-SLICE-CLOSED Observation.category[1]")]
    [InlineData("openAtEnd", "a b c", "")]
    [InlineData("openAtEnd", "a c b", "NAL-SLICE-END Observation.category[2]")]
    [InlineData("ordered", "a c b", "")]
    [InlineData("ordered", "b a", "NAL-SLICE-ORDER Observation.category[1]")]
    public void Rules_and_order_hold(string rules, string texts, string expected)
    {
        var slicing = rules == "ordered" ? "\"rules\":\"open\",\"ordered\":true" : $"\"rules\":\"{rules}\"";
        var head = $$$"""{"id":"Observation.category","path":"Observation.category","slicing":{"discriminator":[{"type":"value","path":"text"}],{{{slicing}}}}},""";
        var categories = string.Join(',', texts.Split(' ').Select(text => $"{{\"text\":\"{text}\"}}"));

        Assert.Equal(expected, Checked.With([ProfileTests.Differential(head + Two)], $"{{{Head},\"category\":[{categories}]}}", Url));
    }

    [Theory]
    [InlineData("value", "coding.code", """{"path":"Observation.category","sliceName":"s","max":"0"},{"path":"Observation.category.coding.code","fixedCode":"x"}""", """{"coding":[{"code":"x"}]}""")]
    [InlineData("value", "coding.code", """{"path":"Observation.category","sliceName":"s","max":"0","patternCodeableConcept":{"coding":[{"code":"x"}]}}""", """{"coding":[{"code":"x"}]}""")]
    [InlineData("pattern", "$this", """{"path":"Observation.category","sliceName":"s","max":"0","patternCodeableConcept":{"coding":[{"code":"x"}]}}""", """{"coding":[{"code":"y"},{"code":"x"}]}""")]
    [InlineData("value", "$this", """{"path":"Observation.category","sliceName":"s","max":"0","binding":{"strength":"required","valueSet":"http://hl7.org/fhir/ValueSet/observation-category"}}""", """{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"exam"}]}""")]
    [InlineData("exists", "text", """{"path":"Observation.category","sliceName":"s","max":"0"},{"path":"Observation.category.text","min":1}""", """{"text":"a"}""")]
    [InlineData("exists", "coding", """{"path":"Observation.category","sliceName":"s","max":"0"},{"path":"Observation.category.coding","max":"0"}""", """{"text":"a"}""")]
    [InlineData("value", "extension('urn:e').value", """{"path":"Observation.category","sliceName":"s","max":"0"},{"path":"Observation.category.extension","slicing":{"discriminator":[{"type":"value","path":"url"}],"rules":"open"}},{"path":"Observation.category.extension","sliceName":"e","type":[{"code":"Extension","profile":["urn:e"]}]},{"path":"Observation.category.extension.value[x]","fixedCode":"x"}""", """{"extension":[{"url":"urn:e","valueCode":"x"}]}""")]
    public void Discriminators_find_their_slice(string type, string path, string elements, string match)
    {
        var head = $$$"""{"path":"Observation.category","slicing":{"discriminator":[{"type":"{{{type}}}","path":"{{{path}}}"}],"rules":"open"}},""";

        Assert.StartsWith("NAL-CARD-MAX Observation.category", Checked.With([ProfileTests.Differential(head + elements), Extension], $"{{{Head},\"category\":[{match}]}}", Url).Split("; ").Order(StringComparer.Ordinal).First(), StringComparison.Ordinal);
        Assert.DoesNotContain("NAL-CARD-MAX", Checked.With([ProfileTests.Differential(head + elements), Extension], $"{{{Head},\"category\":[{{\"coding\":[{{\"code\":\"other\"}}]}}]}}".Replace("\"coding\":[{\"code\":\"other\"}]", path == "coding" ? "\"coding\":[{\"code\":\"other\"}],\"text\":\"a\"" : "\"coding\":[{\"code\":\"other\"}]", StringComparison.Ordinal), Url), StringComparison.Ordinal);
    }

    /// <summary>What an element may leave out does not keep it from a slice; what the slice demands or fixes does.</summary>
    [Theory]
    [InlineData("", """{"system":"phone","value":"1"}""", "")]
    [InlineData("", """{"system":"phone","value":"1","use":"home"}""", "")]
    [InlineData("", """{"system":"email","value":"1","use":"home"}""", "NAL-CARD-MIN Patient.telecom")]
    [InlineData("\"min\":1,", """{"system":"phone","value":"1"}""", "NAL-CARD-MIN Patient.telecom")]
    [InlineData("\"min\":1,", """{"system":"phone","value":"1","use":"home"}""", "")]
    [InlineData("\"fixedCode\":\"home\",", """{"system":"phone","value":"1"}""", "NAL-CARD-MIN Patient.telecom")]
    [InlineData("\"fixedCode\":\"home\",", """{"system":"phone","value":"1","use":"home"}""", "")]
    public void A_slice_is_found_though_an_optional_child_with_a_binding_is_left_out(string use, string telecom, string expected)
    {
        var profile = ProfileTests.Differential($$$"""
            {"path":"Patient.telecom","slicing":{"discriminator":[{"type":"pattern","path":"$this"}],"rules":"open"}},
            {"path":"Patient.telecom","sliceName":"phone","min":1},
            {"path":"Patient.telecom.system","min":1,"patternCode":"phone"},
            {"path":"Patient.telecom.use",{{{use}}}"binding":{"strength":"required","valueSet":"http://hl7.org/fhir/ValueSet/contact-point-use"}}
            """, type: "Patient");

        Assert.Equal(expected, Checked.With([profile], $"{{\"resourceType\":\"Patient\",\"telecom\":[{telecom}]}}", Url));
    }

    [Fact]
    public void A_binding_below_an_optional_child_is_not_asked_for()
    {
        var profile = ProfileTests.Differential("""
            {"path":"Patient.identifier","slicing":{"discriminator":[{"type":"value","path":"$this"}],"rules":"open"}},
            {"path":"Patient.identifier","sliceName":"s","min":1},
            {"path":"Patient.identifier.system","min":1,"fixedUri":"urn:s"},
            {"path":"Patient.identifier.period","min":0},
            {"path":"Patient.identifier.type.coding","min":1,"binding":{"strength":"required","valueSet":"http://hl7.org/fhir/ValueSet/identifier-type"}}
            """, type: "Patient");

        Assert.Equal("", Checked.With([profile], """{"resourceType":"Patient","identifier":[{"system":"urn:s","value":"1"}]}""", Url));
    }

    private const string Extension = """
        {"resourceType":"StructureDefinition","url":"urn:e","name":"E","status":"draft","kind":"complex-type","abstract":false,"type":"Extension","context":[{"type":"element","expression":"Element"}],
        "baseDefinition":"http://hl7.org/fhir/StructureDefinition/Extension","derivation":"constraint","differential":{"element":[{"path":"Extension.url","fixedUri":"urn:e"},{"path":"Extension.value[x]","type":[{"code":"code"}]}]}}
        """;

    [Theory]
    [InlineData("error", "NAL-SLICE-UNDECIDED")]
    [InlineData("warning", "NAL-SLICE-AMBIGUOUS")]
    public void Where_nobody_can_tell_whether_an_element_conforms_no_slice_takes_it(string severity, string expected)
    {
        var profile = ProfileTests.Differential("""
            {"path":"Observation.category","slicing":{"discriminator":[{"type":"profile","path":"$this"}],"rules":"open"}},
            {"path":"Observation.category","sliceName":"a","type":[{"code":"CodeableConcept","profile":["urn:a"]}]},
            {"path":"Observation.category","sliceName":"b","type":[{"code":"CodeableConcept","profile":["urn:b"]}]}
            """);

        var issues = Checked.Validator([profile, Asking("a"), Asking("b")])
            .Validate(Checked.Content($"{{{Head},\"category\":[{{\"coding\":[{{\"system\":\"urn:x\",\"code\":\"a\"}}]}}]}}"), new() { Profiles = [Url] });

        Assert.Equal([expected], issues.Select(issue => issue.MessageId).Where(id => id!.StartsWith("NAL-SLICE", StringComparison.Ordinal)).Distinct());

        string Asking(string name) => $$$"""
            {"resourceType":"StructureDefinition","url":"urn:{{{name}}}","name":"P","status":"draft","kind":"complex-type","abstract":false,"type":"CodeableConcept",
            "baseDefinition":"http://hl7.org/fhir/StructureDefinition/CodeableConcept","derivation":"constraint","differential":{"element":[{"path":"CodeableConcept",
            "constraint":[{"key":"x-1","severity":"{{{severity}}}","human":"a","expression":"memberOf('urn:unknown')"}]}]}}
            """;
    }

    [Fact]
    public void Types_of_a_choice_are_slices()
    {
        var profile = ProfileTests.Differential("""
            {"path":"Observation.value[x]","slicing":{"discriminator":[{"type":"type","path":"$this"}],"rules":"closed"}},
            {"path":"Observation.value[x]","sliceName":"valueQuantity","type":[{"code":"Quantity"}]},
            {"path":"Observation.value[x].code","min":1}
            """);

        Assert.Equal("NAL-CARD-MIN Observation.value.code", Checked.With([profile], $"{{{Head},\"valueQuantity\":{{\"value\":1}}}}", Url));
        Assert.Equal("NAL-SLICE-CLOSED Observation.value", Checked.With([profile], $"{{{Head},\"valueString\":\"a\"}}", Url));
    }

    [Fact]
    public void Entries_are_told_apart_by_the_type_of_their_resource_and_references_by_that_of_their_target()
    {
        var bundle = ProfileTests.Differential("""
            {"path":"Bundle.entry","slicing":{"discriminator":[{"type":"type","path":"resource"}],"rules":"open"}},
            {"path":"Bundle.entry","sliceName":"patient","min":1,"max":"1"},
            {"path":"Bundle.entry.resource","type":[{"code":"Patient"}]}
            """, type: "Bundle");
        var observation = ProfileTests.Differential("""
            {"path":"Observation.performer","slicing":{"discriminator":[{"type":"type","path":"resolve()"}],"rules":"open"}},
            {"path":"Observation.performer","sliceName":"organization","max":"0","type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Organization"]}]}
            """);

        Assert.Equal("NAL-CARD-MIN Bundle.entry", Checked.With([bundle], """{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:c757873d-ec9a-4326-a141-556f43239520","resource":{"resourceType":"Group","type":"person","actual":true}}]}""", Url));
        Assert.Equal("NAL-CARD-MAX Observation.performer", Checked.With([observation], $"{{{Head},\"contained\":[{{\"resourceType\":\"Organization\",\"id\":\"o\",\"name\":\"a\"}}],\"performer\":[{{\"reference\":\"#o\"}}]}}", Url));
    }

    [Theory]
    [InlineData("type", "Patient/1", "")]
    [InlineData("type", "http://other.example/fhir/Organization/1", "")]
    [InlineData("type", "Practitioner/1", "NAL-SLICE-CLOSED Observation.performer[0]")]
    [InlineData("type", "urn:uuid:c757873d-ec9a-4326-a141-556f43239520", "")]
    [InlineData("profile", "Patient/1", "")]
    [InlineData("profile", "Practitioner/1", "NAL-SLICE-CLOSED Observation.performer[0]")]
    [InlineData("value", "Patient/1", "")]
    public void A_reference_whose_target_is_not_here_is_judged_by_the_type_it_names(string discriminator, string reference, string expected)
    {
        var path = discriminator == "value" ? "resolve().name.text" : "resolve()";
        string[] definitions =
        [
            ProfileTests.Differential($$"""
                {"path":"Observation.performer","slicing":{"discriminator":[{"type":"{{discriminator}}","path":"{{path}}"}],"rules":"closed"} },
                {"path":"Observation.performer","sliceName":"patient","type":[{"code":"Reference","targetProfile":["http://a.example/StructureDefinition/q"]}]},
                {"path":"Observation.performer","sliceName":"organization","type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Organization"]}]}
                """),
            ProfileTests.Differential("""{"path":"Patient.name.text","min":1,"fixedString":"a"}""", "q", "Patient"),
        ];

        Assert.Equal(expected, Checked.With(definitions, $"{{{Head},\"performer\":[{{\"reference\":\"{reference}\"}}]}}", Url));
    }

    [Fact]
    public void Entries_are_told_apart_by_profile()
    {
        string[] definitions =
        [
            ProfileTests.Differential("""
                {"path":"Bundle.entry","slicing":{"discriminator":[{"type":"profile","path":"resource"}],"rules":"open"}},
                {"path":"Bundle.entry","sliceName":"born","max":"0"},
                {"path":"Bundle.entry.resource","type":[{"code":"Patient","profile":["http://a.example/StructureDefinition/q"]}]}
                """, type: "Bundle"),
            ProfileTests.Differential("""{"path":"Patient.birthDate","min":1}""", "q", "Patient"),
        ];
        const string Bundle = """{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:c757873d-ec9a-4326-a141-556f43239520","resource":{"resourceType":"Patient"MEMBER}}]}""";

        Assert.Equal("", Checked.With(definitions, Bundle.Replace("MEMBER", "", StringComparison.Ordinal), Url));
        Assert.Equal("NAL-CARD-MAX Bundle.entry", Checked.With(definitions, Bundle.Replace("MEMBER", ",\"birthDate\":\"2000\"", StringComparison.Ordinal), Url));
    }

    [Fact]
    public void A_slice_can_be_sliced_again()
    {
        const string Slicing = "\"slicing\":{\"discriminator\":[{\"type\":\"value\",\"path\":\"text\"}],\"rules\":\"open\"}";
        var profile = $$$"""
            {"resourceType":"StructureDefinition","url":"{{{Url}}}","type":"Observation","kind":"resource","derivation":"constraint","snapshot":{"element":[
            {"path":"Observation"},
            {"path":"Observation.category","min":0,"max":"*",{{{Slicing}}}},
            {"path":"Observation.category","sliceName":"a","min":0,"max":"*","patternCodeableConcept":{"text":"a"},"slicing":{"discriminator":[{"type":"value","path":"coding.code"}],"rules":"closed"} },
            {"path":"Observation.category","sliceName":"a/x","min":1,"max":"1","patternCodeableConcept":{"coding":[{"code":"x"}]} }]}}
            """;

        Assert.Equal("", Checked.With([profile], $"{{{Head},\"category\":[{{\"text\":\"a\",\"coding\":[{{\"code\":\"x\"}}]}},{{\"text\":\"b\"}}]}}", Url));
        Assert.Equal("NAL-SLICE-CLOSED Observation.category[0]; NAL-CARD-MIN Observation.category", Checked.With([profile], $"{{{Head},\"category\":[{{\"text\":\"a\"}}]}}", Url));
    }

    [Fact]
    public void What_cannot_be_told_apart_is_said_and_no_error()
        => Assert.Equal("", Checked.With([ProfileTests.Differential("""
            {"path":"Observation.category","slicing":{"discriminator":[{"type":"value","path":"text"}],"rules":"open"}},
            {"path":"Observation.category","sliceName":"a","min":1}
            """)], $"{{{Head},\"category\":[{{\"text\":\"a\"}}]}}", Url));
}
