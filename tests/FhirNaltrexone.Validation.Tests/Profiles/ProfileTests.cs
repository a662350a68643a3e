using FhirNaltrexone.Validation.Outcomes;
namespace FhirNaltrexone.Validation.Tests.Profiles;

/// <summary>Profiles given as snapshots or differentials, and everything they can say.</summary>
public sealed class ProfileTests
{
    private const string Url = "http://a.example/StructureDefinition/p";
    private const string Head = "\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"a\"}";

    [Theory]
    [InlineData("""{"path":"Observation.subject","min":1}""", "", "NAL-CARD-MIN Observation.subject")]
    [InlineData("""{"path":"Observation.category","max":"1"}""", "\"category\":[{\"text\":\"a\"},{\"text\":\"b\"}]", "NAL-CARD-MAX Observation.category")]
    [InlineData("""{"path":"Observation.value[x]","max":"0"}""", "\"valueString\":\"a\"", "NAL-CARD-MAX Observation.value")]
    [InlineData("""{"path":"Observation.value[x]","type":[{"code":"Quantity"}]}""", "\"valueString\":\"a\"", "NAL-TYPE Observation.value")]
    [InlineData("""{"path":"Observation.value[x]","type":[{"code":"Quantity"}]}""", "\"valueQuantity\":{\"value\":1}", "")]
    [InlineData("""{"path":"Observation.status","fixedCode":"amended"}""", "", "NAL-FIXED Observation.status")]
    [InlineData("""{"path":"Observation.code","fixedCodeableConcept":{"text":"a"}}""", "", "")]
    [InlineData("""{"path":"Observation.code","patternCodeableConcept":{"coding":[{"system":"urn:x"}]}}""", "", "NAL-PATTERN Observation.code")]
    [InlineData("""{"path":"Observation.bodySite","patternCodeableConcept":{"coding":[{"system":"urn:x"}]}}""", "\"bodySite\":{\"text\":\"a\",\"coding\":[{\"system\":\"urn:y\"},{\"code\":\"b\",\"system\":\"urn:x\"}]}", "")]
    [InlineData("""{"path":"Observation.value[x]","type":[{"code":"integer"}],"minValueInteger":2}""", "\"valueInteger\":1", "NAL-VALUE-MIN Observation.value")]
    [InlineData("""{"path":"Observation.value[x]","type":[{"code":"Quantity"}],"maxValueQuantity":{"value":1,"system":"http://unitsofmeasure.org","code":"g"}}""", "\"valueQuantity\":{\"value\":1001,\"system\":\"http://unitsofmeasure.org\",\"code\":\"mg\"}", "NAL-VALUE-MAX Observation.value")]
    [InlineData("""{"path":"Observation.value[x]","type":[{"code":"Quantity"}],"maxValueQuantity":{"value":1,"system":"http://unitsofmeasure.org","code":"g"}}""", "\"valueQuantity\":{\"value\":1,\"system\":\"http://unitsofmeasure.org\",\"code\":\"m\"}", "NAL-VALUE-INCOMPARABLE Observation.value")]
    [InlineData("""{"path":"Observation.value[x]","type":[{"code":"string"}],"maxLength":3}""", "\"valueString\":\"abcd\"", "NAL-VALUE-LENGTH Observation.value")]
    [InlineData("""{"path":"Observation.category.coding.system","min":1}""", "\"category\":[{\"coding\":[{\"code\":\"a\"}]},{\"text\":\"b\"}]", "NAL-CARD-MIN Observation.category[0].coding[0].system")]
    [InlineData("""{"path":"Observation.status","constraint":[{"key":"x-1","severity":"error","human":"It is not final.","expression":"$this != 'final'"}]}""", "", "NAL-INV Observation.status")]
    [InlineData("""{"path":"Observation.status","constraint":[{"key":"x-1","severity":"warning","human":"It is not final.","expression":"$this != 'final'"}]}""", "", "NAL-INV-ADVICE Observation.status")]
    [InlineData("""{"path":"Observation.code","binding":{"strength":"required","valueSet":"http://hl7.org/fhir/ValueSet/administrative-gender"}}""", "", "NAL-BIND-MISSING Observation.code")]
    [InlineData("""{"path":"Observation.subject","type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Group"]}]}""", "\"subject\":{\"reference\":\"Patient/1\"}", "NAL-REF-TARGET Observation.subject")]
    [InlineData("""{"path":"Observation.subject","type":[{"code":"Reference","aggregation":["contained"]}]}""", "\"subject\":{\"reference\":\"Patient/1\"}", "NAL-REF-PLACE Observation.subject")]
    [InlineData("""{"path":"Observation.value[x]","type":[{"code":"dateTime"}],"minValueDateTime":"2026-03-01"}""", "\"valueDateTime\":\"2026-04\"", "")]
    [InlineData("""{"path":"Observation.value[x]","type":[{"code":"dateTime"}],"minValueDateTime":"2026-03-15"}""", "\"valueDateTime\":\"2026-03\"", "")]
    [InlineData("""{"path":"Observation.value[x]","type":[{"code":"dateTime"}],"minValueDateTime":"2026-03-15"}""", "\"valueDateTime\":\"2026-02\"", "NAL-VALUE-MIN Observation.value")]
    [InlineData("""{"path":"Observation.value[x]","type":[{"code":"string"}],"maxLength":3}""", "\"valueString\":\"\uD83D\uDE42\uD83D\uDE42\uD83D\uDE42\"", "")]
    [InlineData("""{"path":"Observation.subject","type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Patient"]}]}""", "\"subject\":{\"type\":\"Group\",\"identifier\":{\"value\":\"1\"}}", "NAL-REF-TARGET Observation.subject")]
    [InlineData("""{"path":"Observation.subject","type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Patient"]}]}""", "\"subject\":{\"type\":\"Patient\",\"identifier\":{\"value\":\"1\"}}", "")]
    [InlineData("""{"path":"Observation.subject","type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Patient"]}]}""", "\"subject\":{\"reference\":\"urn:uuid:c757873d-ec9a-4326-a141-556f43239520\",\"type\":\"Group\"}", "NAL-REF-TARGET Observation.subject")]
    [InlineData("""{"path":"Observation.language","binding":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet","valueCanonical":"http://hl7.org/fhir/ValueSet/administrative-gender"}],"strength":"preferred","valueSet":"http://hl7.org/fhir/ValueSet/languages"}}""", "\"language\":\"en\"", "NAL-BIND-MAX Observation.language")]
    [InlineData("""{"path":"Observation.interpretation","binding":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet","valueCanonical":"http://hl7.org/fhir/ValueSet/administrative-gender"}],"strength":"extensible","valueSet":"http://hl7.org/fhir/ValueSet/observation-interpretation"}}""", "\"interpretation\":[{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation\",\"code\":\"H\"}]}]", "NAL-BIND-MAX Observation.interpretation[0]")]
    [InlineData("""{"path":"Observation","constraint":[{"key":"obs-6","severity":"error","human":"It is final.","expression":"status != 'final'"}]}""", "", "NAL-INV Observation")]
    [InlineData("""{"path":"Observation","constraint":[{"key":"dom-6","severity":"error","human":"It has a narrative.","expression":"text.`div`.exists()"}]}""", "", "NAL-INV Observation")]
    [InlineData("""{"path":"Observation.effective[x]","type":[{"code":"Period"}],"constraint":[{"key":"per-1","severity":"error","human":"It has an end.","expression":"end.exists()"}]}""", "\"effectivePeriod\":{\"start\":\"2026\"}", "NAL-INV Observation.effective")]
    public void A_differential_is_enough_to_check(string element, string member, string expected)
        => Assert.Equal(expected, Checked.With([Differential(element)], $"{{{Head}{(member.Length > 0 ? "," + member : "")}}}", Url));

    [Theory]
    [InlineData("string", "valueCode", "\"a\"")]
    [InlineData("string", "valueMarkdown", "\"a\"")]
    [InlineData("uri", "valueUrl", "\"urn:a\"")]
    [InlineData("integer", "valuePositiveInt", "1")]
    [InlineData("Quantity", "valueAge", "{\"value\":1,\"system\":\"http://unitsofmeasure.org\",\"code\":\"a\"}")]
    public void A_type_that_a_profile_leaves_to_a_choice_is_not_one_that_specialises_it(string type, string name, string value)
    {
        var extension = ProfileTests.Differential($$"""{"path":"Extension.url","fixedUri":"http://a.example/StructureDefinition/p"},{"path":"Extension.value[x]","type":[{"code":"{{type}}"}]}""", type: "Extension")
            .Replace("\"kind\":\"resource\"", "\"kind\":\"complex-type\",\"context\":[{\"type\":\"element\",\"expression\":\"Element\"}]", StringComparison.Ordinal);
        var sliced = ProfileTests.Differential($$"""
            {"path":"Extension.url","fixedUri":"http://a.example/StructureDefinition/p"},
            {"path":"Extension.value[x]","slicing":{"discriminator":[{"type":"type","path":"$this"}],"rules":"closed"} },
            {"path":"Extension.value[x]","sliceName":"one","type":[{"code":"{{type}}"}]}
            """, type: "Extension").Replace("\"kind\":\"resource\"", "\"kind\":\"complex-type\"", StringComparison.Ordinal);
        var json = $$"""{"resourceType":"Patient","contact":[{"name":{"text":"a","extension":[{"url":"{{Url}}","{{name}}":{{value}} }]} }]}""";

        Assert.Equal("NAL-TYPE Patient.contact[0].name.extension[0].value", Checked.With([extension], json));
        Assert.Equal("NAL-SLICE-CLOSED Patient.contact[0].name.extension[0].value", Checked.With([sliced], json));
    }

    [Theory]
    [InlineData("subsumes", "active", "relapse", "")]
    [InlineData("subsumes", "active", "active", "")]
    [InlineData("subsumes", "relapse", "active", "NAL-INV Observation")]
    [InlineData("subsumedBy", "relapse", "active", "")]
    [InlineData("subsumedBy", "active", "relapse", "NAL-INV Observation")]
    public void A_constraint_may_ask_which_code_is_above_another_one(string function, string one, string other, string expected)
    {
        const string System = "http://terminology.hl7.org/CodeSystem/condition-clinical";
        var profile = Differential($$"""{"path":"Observation","constraint":[{"key":"x-1","severity":"error","human":"a","expression":"code.{{function}}(value.coding)"}]}""");
        var json = $$"""
            {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"urn:x","code":"{{one}}"},{"system":"{{System}}","code":"{{one}}"}]},
             "valueCodeableConcept":{"coding":[{"system":"{{System}}","code":"{{other}}"}]} }
            """;

        Assert.Equal(expected, Checked.With([profile], json, Url));
    }

    [Theory]
    [InlineData("status = 'final' and code.memberOf('urn:unknown')", "NAL-INV Observation")]
    [InlineData("code.memberOf('urn:unknown') and status = 'final'", "NAL-INV Observation")]
    [InlineData("code.coding.where(memberOf('urn:unknown')).exists() and status = 'final'", "NAL-INV Observation")]
    [InlineData("status = 'preliminary' or code.coding.where(memberOf('urn:unknown')).exists()", "")]
    [InlineData("code.memberOf('urn:unknown') or code.memberOf('urn:unknown').not()", "")]
    public void What_is_not_known_does_not_matter_where_either_answer_leads_to_the_same(string expression, string expected)
    {
        var profile = Differential($$"""{"path":"Observation","constraint":[{"key":"x-1","severity":"error","human":"a","expression":"{{expression}}"}]}""");
        const string Json = """{"resourceType":"Observation","status":"preliminary","code":{"coding":[{"system":"urn:x","code":"a"}]}}""";

        var issues = Checked.Validator([profile]).Validate(Checked.Content(Json), new() { Profiles = [Url] });

        Assert.Equal(expected, Checked.Lines(issues));
        Assert.DoesNotContain(issues, issue => issue.MessageId == "NAL-INV-UNDECIDED");
    }

    [Theory]
    [InlineData("code.subsumes(bodySite)")]
    [InlineData("code.coding.first().subsumes(value)")]
    [InlineData("code.coding.first().subsumes(method)")]
    [InlineData("method.subsumedBy(code)")]
    [InlineData("code.memberOf('urn:unknown') implies bodySite.memberOf('urn:unknown')")]
    [InlineData("code.memberOf('urn:unknown') = bodySite.memberOf('urn:unknown')")]
    [InlineData("code.coding.where(memberOf('urn:unknown')).exists() implies bodySite.coding.where(memberOf('urn:unknown')).exists()")]
    [InlineData("code.conformsTo('urn:unknown')")]
    [InlineData("code.memberOf('urn:unknown')")]
    [InlineData("code.coding.all(memberOf('urn:unknown'))")]
    [InlineData("code.coding.where(memberOf('urn:unknown')).exists()")]
    [InlineData("code.memberOf('urn:unknown').not()")]
    public void A_constraint_that_asks_what_is_not_known_here_is_told_as_undecided(string expression)
    {
        var profile = Differential($$"""{"path":"Observation","constraint":[{"key":"x-1","severity":"error","human":"a","expression":"{{expression}}"}]}""");
        const string Json = """{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"urn:x","code":"a"}]},"bodySite":{"coding":[{"system":"urn:x","code":"b"}]},"method":{"text":"a"},"valueCodeableConcept":{"coding":[{"code":"a"}]}}""";

        var issues = Checked.Validator([profile]).Validate(Checked.Content(Json), new() { Profiles = [Url] });

        Assert.Equal("NAL-INV-UNDECIDED", Assert.Single(issues, issue => issue.Expression == "Observation").MessageId);
        Assert.DoesNotContain(issues, issue => issue.Severity < IssueSeverity.Warning);
    }

    [Fact]
    public void A_profile_named_in_the_resource_is_checked_and_one_not_known_is_mentioned()
    {
        var json = $$$"""{"resourceType":"Observation","meta":{"profile":["{{{Url}}}","urn:unknown"]},"status":"final","code":{"text":"a"}}""";

        Assert.Equal("NAL-CARD-MIN Observation.subject; NAL-PROFILE-UNKNOWN Observation", Checked.With([Differential("""{"path":"Observation.subject","min":1}""")], json));
    }

    [Fact]
    public void A_profile_asked_for_must_be_known_and_of_the_right_type()
    {
        Assert.Equal("NAL-PROFILE-MISSING Observation", Checked.With([], $"{{{Head}}}", "urn:unknown"));
        Assert.Equal("NAL-PROFILE-TYPE Observation", Checked.With([], $"{{{Head}}}", "http://hl7.org/fhir/StructureDefinition/Patient"));
    }

    [Fact]
    public void The_core_profiles_of_vital_signs_work()
    {
        const string Weight = """
            {"resourceType":"Observation","status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],
            "code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},"subject":{"reference":"Patient/1"},"effectiveDateTime":"2026-01-01",
            "valueQuantity":{"value":70,"unit":"kg","system":"http://unitsofmeasure.org","code":"UNIT"}}
            """;

        Assert.Equal("", Checked.Against(Weight.Replace("UNIT", "kg", StringComparison.Ordinal), new() { Profiles = ["http://hl7.org/fhir/StructureDefinition/bodyweight"] }));
        Assert.Equal("NAL-BIND-REQUIRED Observation.value.code", Checked.Against(Weight.Replace("UNIT", "mg", StringComparison.Ordinal), new() { Profiles = ["http://hl7.org/fhir/StructureDefinition/bodyweight"] }));
    }

    [Fact]
    public void A_profile_of_a_type_holds_where_it_is_named()
    {
        string[] definitions =
        [
            Differential("""{"path":"Observation.subject.identifier","type":[{"code":"Identifier","profile":["http://a.example/StructureDefinition/q"]}]}"""),
            Differential("""{"path":"Identifier.system","min":1}""", "q", "Identifier"),
        ];

        Assert.Equal("NAL-CARD-MIN Observation.subject.identifier.system", Checked.With(definitions, $"{{{Head},\"subject\":{{\"identifier\":{{\"value\":\"1\"}}}}}}", Url));
    }

    [Fact]
    public void The_target_of_a_reference_must_conform_when_it_is_here()
    {
        string[] definitions =
        [
            Differential("""{"path":"Observation.subject","type":[{"code":"Reference","targetProfile":["http://a.example/StructureDefinition/q"]}]}"""),
            Differential("""{"path":"Patient.birthDate","min":1}""", "q", "Patient"),
        ];

        Assert.Equal("NAL-REF-PROFILE Observation.subject", Checked.With(definitions, $"{{{Head},\"contained\":[{{\"resourceType\":\"Patient\",\"id\":\"a\"}}],\"subject\":{{\"reference\":\"#a\"}}}}", Url));
        Assert.Equal("", Checked.With(definitions, $"{{{Head},\"contained\":[{{\"resourceType\":\"Patient\",\"id\":\"a\",\"birthDate\":\"2000\"}}],\"subject\":{{\"reference\":\"#a\"}}}}", Url));
        Assert.Equal("", Checked.With(definitions, $"{{{Head},\"subject\":{{\"reference\":\"Patient/1\"}}}}", Url));
    }

    [Fact]
    public void Circles_of_profiles_and_of_resources_come_to_an_end()
    {
        string[] definitions =
        [
            Differential("""{"path":"Patient.link.other","type":[{"code":"Reference","targetProfile":["http://a.example/StructureDefinition/p"]}]}""", "p", "Patient"),
            """{"resourceType":"StructureDefinition","url":"urn:a","type":"Patient","kind":"resource","derivation":"constraint","baseDefinition":"urn:b","differential":{"element":[{"path":"Patient"}]}}""",
            """{"resourceType":"StructureDefinition","url":"urn:b","type":"Patient","kind":"resource","derivation":"constraint","baseDefinition":"urn:a","differential":{"element":[{"path":"Patient"}]}}""",
        ];
        const string Circle = """
            {"resourceType":"Bundle","type":"collection","entry":[
            {"fullUrl":"http://a.example/Patient/1","resource":{"resourceType":"Patient","id":"1","meta":{"profile":["http://a.example/StructureDefinition/p"]},"link":[{"type":"seealso","other":{"reference":"Patient/2"}}]}},
            {"fullUrl":"http://a.example/Patient/2","resource":{"resourceType":"Patient","id":"2","meta":{"profile":["http://a.example/StructureDefinition/p"]},"link":[{"type":"seealso","other":{"reference":"Patient/1"}}]}}]}
            """;

        Assert.Equal("", Checked.With(definitions, Circle));
        Assert.Equal("NAL-PROFILE-SNAPSHOT Patient", Checked.With(definitions, """{"resourceType":"Patient"}""", "urn:a"));
    }

    [Fact]
    public void A_long_chain_of_references_does_no_harm()
    {
        var profile = Differential("""{"path":"Patient.link.other","type":[{"code":"Reference","targetProfile":["http://a.example/StructureDefinition/p"]}]}""", "p", "Patient");
        const string Entry = """
            {"fullUrl":"http://a.example/Patient/HERE","resource":{"resourceType":"Patient","id":"HERE","link":[{"type":"seealso","other":{"reference":"Patient/NEXT"} }]} }
            """;
        var entries = Enumerable.Range(0, 5_000).Select(number => Entry.Replace("HERE", $"{number}", StringComparison.Ordinal).Replace("NEXT", $"{number + 1}", StringComparison.Ordinal));
        const string Meta = "\"id\":\"0\",\"meta\":{\"profile\":[\"http://a.example/StructureDefinition/p\"]}";
        var bundle = "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + string.Join(',', entries).Replace("\"id\":\"0\"", Meta, StringComparison.Ordinal) + "]}";

        Assert.Equal("", Checked.With([profile], bundle));
    }

    [Fact]
    public void A_snapshot_that_is_nested_deeper_than_any_resource_is_not_used()
    {
        var elements = string.Join(',', Enumerable.Range(1, 1_000).Select(depth => "{\"path\":\"Patient" + string.Concat(Enumerable.Repeat(".a", depth)) + "\"}"));
        const string Start = """{"resourceType":"StructureDefinition","url":"urn:deep","type":"Patient","kind":"resource","derivation":"constraint","snapshot":{"element":[{"path":"Patient"},""";

        Assert.Equal("NAL-PROFILE-SNAPSHOT Patient", Checked.With([Start + elements + "]}}"], """{"resourceType":"Patient"}""", "urn:deep"));
    }

    [Fact]
    public void Many_validations_at_a_time_say_the_same_as_one()
    {
        var validator = Checked.Validator([Differential("""{"path":"Observation.subject","min":1}""")]);
        var content = Checked.Content($"{{{Head}}}");

        Assert.All(
            Enumerable.Range(0, 64).AsParallel().Select(_ => Checked.Lines(validator.Validate(content, new() { Profiles = [Url] }))).ToList(),
            lines => Assert.Equal("NAL-CARD-MIN Observation.subject", lines));
    }

    internal static string Differential(string elements, string id = "p", string type = "Observation") => $$$"""
        {"resourceType":"StructureDefinition","url":"http://a.example/StructureDefinition/{{{id}}}","name":"P","status":"draft","kind":"resource","abstract":false,"type":"{{{type}}}",
        "baseDefinition":"http://hl7.org/fhir/StructureDefinition/{{{type}}}","derivation":"constraint","differential":{"element":[{{{elements}}}]}}
        """;
}
