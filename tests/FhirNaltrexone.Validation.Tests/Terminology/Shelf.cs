using System.Text.Json;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Tests.Terminology;

/// <summary>A small terminology whose every answer follows from the specification.</summary>
internal static class Shelf
{
    /// <summary>Knows nothing but the resources below; their value sets count as trusted.</summary>
    public static readonly TerminologyService Service = Of(
        """{"resourceType":"CodeSystem","url":"urn:animals","version":"2","name":"Animals","content":"complete","caseSensitive":true,"hierarchyMeaning":"is-a","property":[{"code":"legs","type":"integer"},{"code":"sound","type":"string"},{"code":"kin","type":"Coding"}],"concept":[{"code":"animal","display":"Animal","property":[{"code":"notSelectable","valueBoolean":true}],"concept":[{"code":"bird","display":"Bird","definition":"It has feathers.","property":[{"code":"legs","valueInteger":2}],"concept":[{"code":"owl","display":"Night owl","designation":[{"language":"de","value":"Eule"}],"property":[{"code":"legs","valueInteger":2},{"code":"sound","valueString":"hoo"}]},{"code":"dodo","display":"Dodo","property":[{"code":"status","valueCode":"retired"},{"code":"legs","valueInteger":2}]}]},{"code":"fish","display":"Fish","property":[{"code":"kin","valueCoding":{"system":"urn:animals","code":"bird"}}]}]},{"code":"Stone","display":"Stone"}]}""",
        """{"resourceType":"CodeSystem","url":"urn:graph","content":"complete","concept":[{"code":"child","property":[{"code":"parent","valueCode":"mother"},{"code":"parent","valueCode":"father"}]},{"code":"mother"},{"code":"father","property":[{"code":"child","valueCode":"child"}]}]}""",
        """{"resourceType":"CodeSystem","url":"urn:circle","content":"complete","concept":[{"code":"a","property":[{"code":"parent","valueCode":"b"}]},{"code":"b","property":[{"code":"parent","valueCode":"a"}]}]}""",
        """{"resourceType":"CodeSystem","url":"urn:parts","content":"complete","hierarchyMeaning":"part-of","concept":[{"code":"car","concept":[{"code":"wheel"}]}]}""",
        """{"resourceType":"CodeSystem","url":"urn:some","content":"fragment","concept":[{"code":"a"}]}""",
        """{"resourceType":"CodeSystem","url":"urn:sample","content":"example","concept":[{"code":"a"}]}""",
        """{"resourceType":"CodeSystem","url":"urn:added","content":"supplement","supplements":"urn:animals","concept":[{"code":"owl"}]}""",
        """{"resourceType":"CodeSystem","url":"urn:lenient","content":"complete","caseSensitive":false,"valueSet":"urn:lenient-all","concept":[{"code":"Yes","display":"Yes"},{"code":"No","display":"No"}]}""",
        """{"resourceType":"ValueSet","id":"two","url":"urn:two","version":"1","compose":{"include":[{"system":"http://loinc.org","concept":[{"code":"1742-6","display":"ALT"},{"code":"1920-8","display":"AST"}]}]}}""",
        Set("all", """{"system":"urn:animals"}"""),
        Set("birds", Filter("concept", "is-a", "bird")),
        Set("below", Filter("concept", "descendent-of", "animal")),
        Set("not-birds", Filter("concept", "is-not-a", "bird")),
        Set("above", Filter("concept", "generalizes", "owl")),
        Set("in", Filter("concept", "in", "owl, fish,unicorn")),
        Set("not-in", Filter("concept", "not-in", "owl,fish")),
        Set("equal", Filter("concept", "=", "owl")),
        Set("two-legs", Filter("legs", "=", "2")),
        Set("legless", Filter("legs", "exists", "false")),
        Set("sounding", Filter("sound", "exists", "true")),
        Set("related", Filter("kin", "=", "bird")),
        Set("children", Filter("parent", "=", "bird")),
        Set("regex", Filter("code", "regex", "[bo].*")),
        Set("whole-regex", Filter("code", "regex", "ir")),
        Set("both-filters", """{"system":"urn:animals","filter":[{"property":"concept","op":"is-a","value":"bird"},{"property":"sound","op":"exists","value":"true"}]}"""),
        Set("circling", """{"system":"urn:circle","filter":[{"property":"concept","op":"is-a","value":"a"}]}"""),
        Set("both", """{"system":"urn:animals","valueSet":["urn:all","urn:birds"]}"""),
        Set("union", """{"valueSet":["urn:two"]},{"valueSet":["urn:birds"]}"""),
        Set("alone", """{"system":"urn:lenient","concept":[{"code":"Yes","display":"Aye","designation":[{"value":"Yea"}]}]}"""),
        Set("nobody", """{"system":"urn:animals","concept":[{"code":"unicorn"},{"code":"owl"}]}"""),
        Set("versioned", """{"system":"urn:animals","version":"2"}"""),
        Set("other-version", """{"system":"urn:animals","version":"1"}"""),
        Set("units", """{"system":"http://unitsofmeasure.org"}"""),
        Set("masses", """{"system":"http://unitsofmeasure.org","filter":[{"property":"canonical","op":"=","value":"kg"}]}"""),
        Set("loinc", """{"system":"http://loinc.org"}"""),
        Set("loinc-or-owl", """{"system":"http://loinc.org"},{"system":"urn:animals","concept":[{"code":"owl"}]}"""),
        Set("fragment", """{"system":"urn:some"}"""),
        Set("sample", """{"system":"urn:sample"}"""),
        Set("snomed", """{"system":"http://snomed.info/sct","filter":[{"property":"concept","op":"is-a","value":"1"}]}"""),
        Set("part-of", """{"system":"urn:parts","filter":[{"property":"concept","op":"is-a","value":"car"}]}"""),
        Set("odd-property", Filter("colour", "=", "red")),
        Set("odd-operation", Filter("legs", "child-of", "2")),
        Set("odd-regex", Filter("code", "regex", "(")),
        Set("look-around", Filter("code", "regex", "(?=owl).*")),
        Set("unknown-top", Filter("concept", "is-a", "unicorn")),
        Set("ring", """{"valueSet":["urn:gnir"]}"""),
        Set("gnir", """{"valueSet":["urn:ring"]},{"system":"urn:animals","concept":[{"code":"owl"}]}"""),
        Set("missing", """{"valueSet":["urn:nowhere"]}"""),
        Set("nothing-named", "{}"),
        """{"resourceType":"ValueSet","url":"urn:without","compose":{"include":[{"valueSet":["urn:all"]}],"exclude":[{"valueSet":["urn:birds"]},{"system":"urn:animals","concept":[{"code":"Stone"}]}]}}""",
        """{"resourceType":"ValueSet","url":"urn:perhaps-without","compose":{"include":[{"valueSet":["urn:birds"]}],"exclude":[{"valueSet":["urn:snomed"]}]}}""",
        """{"resourceType":"ValueSet","url":"urn:active","compose":{"inactive":false,"include":[{"valueSet":["urn:birds"]}]}}""",
        """{"resourceType":"ValueSet","url":"urn:listed","expansion":{"total":3,"contains":[{"system":"s","code":"group","abstract":true,"contains":[{"system":"s","code":"x"},{"system":"s","code":"y"}]}]}}""",
        """{"resourceType":"ValueSet","url":"urn:page","expansion":{"total":200,"contains":[{"system":"s","code":"x"}]}}""",
        """{"resourceType":"ValueSet","url":"urn:later-page","expansion":{"total":1,"offset":1,"contains":[{"system":"s","code":"x"}]}}""",
        """{"resourceType":"ValueSet","url":"urn:filtered","expansion":{"parameter":[{"name":"filter","valueString":"x"}],"contains":[{"system":"s","code":"x"}]}}""",
        """{"resourceType":"ValueSet","url":"urn:unclosed","expansion":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/valueset-unclosed","valueBoolean":true}],"contains":[{"system":"s","code":"x"}]}}""",
        """{"resourceType":"ValueSet","url":"urn:expanded","compose":{"include":[{"system":"http://snomed.info/sct","filter":[{"property":"concept","op":"is-a","value":"1"}]}]},"expansion":{"total":2,"contains":[{"system":"http://snomed.info/sct","code":"2","display":"Two"},{"system":"http://snomed.info/sct","code":"3"}]}}""",
        """{"resourceType":"ValueSet","url":"urn:outdated","compose":{"include":[{"system":"urn:animals","concept":[{"code":"owl"}]}]},"expansion":{"contains":[{"system":"urn:animals","code":"fish"}]}}""",
        Set("of-expanded", """{"valueSet":["urn:expanded"]}"""),
        """{"resourceType":"ValueSet","url":"urn:bare"}""");

    public static TerminologyService Of(params IEnumerable<string> resources) => new(DefinitionSet.Empty.With(resources.Select(Json)));

    public static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    public static string Set(string name, string includes)
        => $$$"""{"resourceType":"ValueSet","url":"urn:{{{name}}}","compose":{"include":[{{{includes}}}]}}""";

    private static string Filter(string property, string operation, string value)
        => $$"""{"system":"urn:animals","filter":[{"property":"{{property}}","op":"{{operation}}","value":"{{value}}"}]}""";
}
