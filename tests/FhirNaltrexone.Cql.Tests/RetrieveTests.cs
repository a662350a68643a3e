namespace FhirNaltrexone.Cql.Tests;

/// <summary>Retrieves over FHIR JSON, and what they ask of a data source.</summary>
public sealed class RetrieveTests
{
    private const string Sections = """
        "codeSystems": { "def": [ { "name": "LOINC", "id": "http://loinc.org" } ] },
        "valueSets": { "def": [ { "name": "Known", "id": "urn:known" } ] },
        "codes": { "def": [ { "name": "ALT", "id": "1742-6", "codeSystem": { "name": "LOINC" } } ] },
        """;

    private static readonly string Known = Elm.Named("ValueSetRef", "Known");

    [Theory]
    [InlineData("""{ "coding": [ { "system": "http://loinc.org", "code": "1742-6" } ] }""", 1)]
    [InlineData("""{ "coding": [ { "system": "urn:other", "code": "9" }, { "system": "http://loinc.org", "code": "1742-6" } ] }""", 1)]
    [InlineData("""{ "coding": { "system": "http://loinc.org", "code": "1742-6" } }""", 1)]
    [InlineData("""{ "coding": [ { "system": "http:\/\/loinc.org", "code": "1742\u002d6" } ] }""", 1)]
    [InlineData("""{ "coding": [ { "system": "urn:other", "code": "1742-6" } ] }""", 0)]
    [InlineData("""{ "coding": [ { "code": "1742-6" } ] }""", 0)]
    [InlineData("""{ "coding": [ { "system": "http://loinc.org", "code": 17426 } ] }""", 0)]
    [InlineData("""{ "coding": [ "1742-6x", null, 5 ], "text": "ALT" }""", 0)]
    [InlineData("""{ "coding": [ { "system": "http://loinc.org", "code": "\ud800" } ] }""", 0)]
    [InlineData("null", 0)]
    public void Finds_resources_by_value_set(string code, int expected)
    {
        var observation = $$"""{ "resourceType": "Observation", "code": {{code}} }""";

        Assert.Equal(expected, Count(Elm.Retrieve("Observation", Known), observation));
        Assert.Equal(expected, Count(Elm.Retrieve("Observation", Elm.Node("ToList", Elm.Named("CodeRef", "ALT"))), observation));
    }

    [Fact]
    public void Finds_codes_in_choice_elements() => Assert.Equal(1, Count(
        Elm.Retrieve("MedicationRequest", Known, "medication"),
        """{ "resourceType": "MedicationRequest", "medicationCodeableConcept": { "coding": [ { "system": "urn:rxnorm", "code": "7804" } ] } }""",
        """{ "resourceType": "MedicationRequest", "medicationReference": { "reference": "Medication/1" } }"""));

    [Fact]
    public void Finds_only_resources_of_the_type_in_their_order()
    {
        var ids = Elm.Query("C", Elm.Retrieve("Condition"), $$""", "return": { "distinct": false, "expression": {{Elm.PropertyOf(Elm.Property("C", "id", Elm.Fhir("id")), "value", Elm.System("String"))}} }""");

        var result = Engine.Run(ids, """{ "resourceType": "Condition", "id": "b" }""", """{ "resourceType": "Patient" }""", """{ "resourceType": "Condition", "id": "a" }""", "5", "{}");

        Assert.Equal(["b", "a"], (IReadOnlyList<object?>)result!);
    }

    [Fact]
    public void A_define_uses_the_parameters_that_it_reaches_in_other_libraries()
    {
        const string Parameter = """ "parameters": { "def": [ { "name": "Hook", "parameterTypeSpecifier": { "type": "NamedTypeSpecifier", "name": "{urn:hl7-org:elm-types:r1}String" } } ] }, """;
        var shared = Elm.Library("Shared", [Elm.Define("Event", """{ "type": "ParameterRef", "name": "Hook" }""")], Parameter);
        var rules = Elm.Library(
            "Rules", [Elm.Define("Rule", Elm.Reference("Event", "S")), Elm.Define("Other", Elm.Int(1))],
            """ "includes": { "def": [ { "localIdentifier": "S", "path": "Shared", "version": "1" } ] }, """);

        var engine = CqlEngine.Load([rules, shared], Engine.ValueSet);

        Assert.True(engine.Uses(engine.Find("Rules", "Rule")!, "Shared", ["Hook"]));
        Assert.False(engine.Uses(engine.Find("Rules", "Other")!, "Shared", ["Hook"]));
        Assert.False(engine.Uses(engine.Find("Rules", "Rule")!, "Rules", ["Hook"]));
    }

    [Fact]
    public void Data_requirements_follow_references_into_other_libraries()
    {
        var shared = Elm.Library("Shared", [Elm.Define("Tests", Elm.Retrieve("Observation", Known)), Elm.Define("Unused", Elm.Retrieve("Procedure"))], Sections);
        var used = Elm.Function("Used", Elm.Node("Exists", Elm.Retrieve("Condition")), ("x", Elm.System("Integer")));
        var call = $$"""{ "type": "FunctionRef", "name": "Used", "operand": [ {{Elm.Int(1)}} ] }""";
        var rules = Elm.Library(
            "Rules", [used, Elm.Define("Rule", Elm.Node("And", Elm.Node("Exists", Elm.Reference("Tests", "S")), call))],
            """ "includes": { "def": [ { "localIdentifier": "S", "path": "Shared", "version": "1" } ] }, """);
        var engine = CqlEngine.Load([rules, shared], Engine.ValueSet);

        var requirements = engine.DataRequirements([engine.Find("Rules", "Rule")!]);

        Assert.Equal(["Condition", "Observation"], requirements.Select(each => each.ResourceType));
        Assert.Equal(["urn:known"], requirements[1].ValueSets);
        Assert.Equal("code", requirements[1].CodePath);
    }

    private static object? Count(string retrieve, params string[] resources) =>
        Engine.Run($$"""{ "type": "Count", "source": {{retrieve}} }""", Sections, resources);
}
