using System.Text;

namespace FhirNaltrexone.Cql.Tests;

/// <summary>What the engine cannot run is refused when it is loaded, completely and with its place.</summary>
public sealed class LoadTests
{
    [Fact]
    public void Every_problem_is_reported_with_library_define_and_position()
    {
        var error = Engine.Refusal(
            Elm.Library("A", [Elm.Define("Unknown node", """{ "type": "Telepathy", "locator": "3:5-3:9" }"""), Elm.Define("Unknown define", Elm.Reference("Nowhere"))]),
            Elm.Library("B", [Elm.Define("Fine", Elm.Int(1))], """ "includes": { "def": [ { "localIdentifier": "C", "path": "C", "locator": "2:1-2:9" } ] }, """));

        Assert.Collection(
            error.Problems.OrderBy(problem => problem.ToString(), StringComparer.Ordinal),
            problem => Assert.Equal(("A", "Unknown define", "7:1-7:20"), (problem.Library, problem.Define, problem.Locator)),
            problem => Assert.Equal(("A", "Unknown node", "3:5-3:9"), (problem.Library, problem.Define, problem.Locator)),
            problem => Assert.Equal(("B", null, "2:1-2:9"), (problem.Library, problem.Define, problem.Locator)));
        Assert.Contains("Telepathy", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_value_set_is_refused()
    {
        var library = Elm.Library(
            "A", [Elm.Define("X", Elm.Retrieve("Observation", Elm.Named("ValueSetRef", "V")))], """ "valueSets": { "def": [ { "name": "V", "id": "urn:unknown" } ] }, """);

        Assert.Contains("urn:unknown", Assert.Single(Engine.Refusal(library).Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "type": "Literal", "valueType": "{urn:hl7-org:elm-types:r1}Integer", "value": "2147483648" }""")]
    [InlineData("""{ "type": "Literal", "valueType": "{urn:hl7-org:elm-types:r1}Decimal", "value": "0.000000001" }""")]
    [InlineData("""{ "type": "Retrieve", "dataType": "{http://hl7.org/fhir}Observation", "dateRange": { "type": "Null" } }""")]
    [InlineData("""{ "type": "AliasRef", "name": "M" }""")]
    [InlineData("""{ "type": "ParameterRef", "name": "P" }""")]
    [InlineData("""{ "type": "FunctionRef", "name": "F", "operand": [] }""")]
    [InlineData("""{ "type": "FunctionRef", "libraryName": "L", "name": "F", "operand": [] }""")]
    [InlineData("""{ "type": "InValueSet", "code": { "type": "Null" }, "valueset": { "name": "V" } }""")]
    [InlineData("""{ "type": "If", "condition": { "type": "Null" }, "then": { "type": "Null" } }""")]
    public void A_node_that_cannot_run_is_refused(string expression) =>
        Assert.Equal("X", Assert.Single(Engine.Refusal(Elm.Library("A", [Elm.Define("X", expression)])).Problems).Define);

    [Fact]
    public void An_external_function_is_refused()
    {
        var function = Elm.Function("F", Elm.Null).Insert(2, "\"external\": true, ");

        Assert.Contains("External", Assert.Single(Engine.Refusal(Elm.Library("A", [function])).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_other_than_fhir_4_0_1_is_refused() => Assert.Contains(
        "5.0.0",
        Assert.Single(Engine.Refusal(Elm.Library("A", [], """ "usings": { "def": [ { "uri": "http://hl7.org/fhir", "version": "5.0.0" } ] }, """)).Problems).Message,
        StringComparison.Ordinal);

    [Fact]
    public void An_included_library_must_have_the_version_asked_for() => Assert.Single(Engine.Refusal(
        Elm.Library("A", [], """ "includes": { "def": [ { "localIdentifier": "B", "path": "B", "version": "2" } ] }, """), Elm.Library("B", [])).Problems);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void Text_that_is_no_elm_is_refused(string text) => Assert.Single(Engine.Refusal(Encoding.UTF8.GetBytes(text)).Problems);
}
