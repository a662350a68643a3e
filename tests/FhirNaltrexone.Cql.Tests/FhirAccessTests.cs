using System.Text.Json;

namespace FhirNaltrexone.Cql.Tests;

/// <summary>Elements of FHIR JSON: choices, primitives, lists, and JSON of the wrong shape.</summary>
public sealed class FhirAccessTests
{
    private static readonly string Value = Elm.Choice(Elm.Fhir("Quantity"), Elm.Fhir("CodeableConcept"), Elm.Fhir("dateTime"), Elm.Fhir("boolean"));

    [Theory]
    [InlineData("Quantity", """ "valueQuantity": { "value": 5 } """, true)]
    [InlineData("Quantity", """ "valueCodeableConcept": {} """, false)]
    [InlineData("dateTime", """ "valueDateTime": "2026-01" """, true)]
    [InlineData("boolean", """ "valueBoolean": false """, true)]
    [InlineData("Quantity", """ "other": 1 """, false)]
    [InlineData("Quantity", """ "valueQuantity": "5" """, false)]
    [InlineData("Quantity", """ "valueQuantity": null """, false)]
    public void The_type_of_a_choice_comes_from_the_property_name(string type, string member, bool expected)
    {
        var test = $$"""{ "type": "Is", "isTypeSpecifier": {{Elm.Fhir(type)}}, "operand": {{Elm.Property("O", "value", Value)}} }""";

        Assert.Equal(expected, First("Observation", test, member));
    }

    [Fact]
    public void A_choice_of_another_type_is_null_not_an_error()
    {
        var quantity = $$"""{ "type": "As", "asTypeSpecifier": {{Elm.Fhir("Quantity")}}, "operand": {{Elm.Property("O", "value", Value)}} }""";
        var number = Elm.PropertyOf(Elm.PropertyOf(quantity, "value", Elm.Fhir("decimal")), "value", Elm.System("Decimal"));

        Assert.Null(First("Observation", number, """ "valueCodeableConcept": { "text": "x" } """));
        Assert.Equal(5.5m, First("Observation", number, """ "valueQuantity": { "value": 5.5 } """));
    }

    [Theory]
    [InlineData("String", "\"active\"", "active")]
    [InlineData("Boolean", "true", true)]
    [InlineData("Integer", "7", 7)]
    [InlineData("String", "5", null)]
    [InlineData("String", "[\"active\"]", null)]
    [InlineData("String", "{\"a\":1}", null)]
    [InlineData("String", "\"\\ud800\"", null)]
    [InlineData("Boolean", "\"true\"", null)]
    [InlineData("Integer", "7.5", null)]
    [InlineData("Integer", "99999999999", null)]
    [InlineData("Decimal", "1e400", null)]
    [InlineData("Decimal", "\"5\"", null)]
    [InlineData("DateTime", "\"yesterday\"", null)]
    [InlineData("DateTime", "\"2026-13-01\"", null)]
    [InlineData("DateTime", "20260101", null)]
    [InlineData("Date", "\"2026-02-30\"", null)]
    public void A_primitive_of_the_wrong_json_type_is_null(string type, string json, object? expected)
    {
        var path = Elm.PropertyOf(Elm.Property("O", "status", Elm.Fhir("code")), "value", Elm.System(type));

        Assert.Equal(expected, First("Observation", path, $"\"status\": {json}"));
    }

    [Theory]
    [InlineData("\"2026-01-05\"", CqlPrecision.Day)]
    [InlineData("\"2026\"", CqlPrecision.Year)]
    [InlineData("\"2026-01-05T10:00:00.5Z\"", CqlPrecision.Millisecond)]
    [InlineData("\"2026-01-05T10:00:00+05:30\"", CqlPrecision.Second)]
    [InlineData("\"2026-01-05T10:00:00\\u002B05:30\"", CqlPrecision.Second)]
    public void A_date_time_keeps_its_precision(string json, CqlPrecision expected)
    {
        var path = Elm.PropertyOf(Elm.Property("O", "issued", Elm.Fhir("instant")), "value", Elm.System("DateTime"));

        Assert.Equal(expected, Assert.IsType<CqlDateTime>(First("Observation", path, $"\"issued\": {json}")).Precision);
    }

    [Theory]
    [InlineData("""[ { "text": "a" }, { "text": "b" } ]""", 2)]
    [InlineData("""{ "text": "a" }""", 1)]
    [InlineData("""[ null, "x", 5, { "text": "b" } ]""", 1)]
    [InlineData("[]", 0)]
    [InlineData("null", 0)]
    [InlineData("\"x\"", 0)]
    public void A_repeating_element_is_a_list_whatever_the_json(string json, int expected)
    {
        var count = $$"""{ "type": "Count", "source": {{Elm.Property("O", "category", Elm.ListOf(Elm.Fhir("CodeableConcept")))}} }""";

        Assert.Equal(expected, First("Observation", count, $"\"category\": {json}"));
    }

    [Fact]
    public void A_path_of_several_steps_reaches_into_a_choice()
    {
        var reference = Elm.Property("O", "medication.reference");

        Assert.Equal("Medication/1", Assert.IsType<FhirElement>(First("MedicationRequest", reference, """ "medicationReference": { "reference": "Medication/1" } """)).Json.GetString());
        Assert.Null(First("MedicationRequest", reference, """ "medicationCodeableConcept": {} """));
    }

    [Fact]
    public void Every_shape_of_json_is_survived_by_every_access()
    {
        string[] shapes = ["null", "1", "1.5", "\"x\"", "true", "[]", "[[]]", "{}", "[{}]", "[null]", "[\"x\"]", "{\"value\":{}}", "{\"coding\":[[[1]]]}", "\"\\udc00\""];
        string[] types = [Value, Elm.Fhir("Quantity"), Elm.Fhir("code"), Elm.ListOf(Elm.Fhir("CodeableConcept")), Elm.System("String"), Elm.System("DateTime")];
        string[] names = ["value", "valueQuantity", "valueDateTime", "code"];

        foreach (var (shape, type, name) in shapes.SelectMany(shape => types.SelectMany(type => names.Select(name => (shape, type, name)))))
        {
            var path = Elm.PropertyOf(Elm.PropertyOf(Elm.Property("O", "value", type), "value"), "code");
            _ = First("Observation", path, $"\"{name}\": {shape}");
        }
    }

    [Fact]
    public void Equal_resources_are_one_in_a_union()
    {
        const string Twice = """{ "resourceType": "Condition", "id": "a", "n": [ 1, 2.0 ] }""";
        const string Same = """{ "id": "a", "n": [ 1, 2 ], "resourceType": "Condition" }""";
        var union = $$"""{ "type": "Count", "source": {{Elm.Node("Distinct", Elm.Retrieve("Condition"))}} }""";

        Assert.Equal(2, Engine.Run(union, Twice, Same, """{ "resourceType": "Condition", "id": "b" }"""));
    }

    [Fact]
    public void Resources_in_parameters_are_read_like_others()
    {
        var library = Elm.Library(
            "Test",
            [Elm.Define("It", Elm.Query("D", Elm.Named("ParameterRef", "Drafts"), $$""", "return": { "expression": {{Elm.Property("D", "id", Elm.Fhir("id"))}} }"""))],
            $$""" "parameters": { "def": [ { "name": "Drafts", "parameterTypeSpecifier": {{Elm.ListOf(Elm.Fhir("MedicationRequest"))}} } ] }, """);
        var draft = JsonDocument.Parse("""{ "resourceType": "MedicationRequest", "id": "d1" }""").RootElement;

        var result = Engine.Run([library], CqlParameters.Empty.With("Test", "Drafts", new List<JsonElement> { draft }));

        Assert.Equal("d1", Assert.IsType<FhirElement>(Assert.Single((IReadOnlyList<object?>)result!)).Json.GetString());
    }

    private static object? First(string type, string expression, string member)
    {
        var query = Elm.Query("O", Elm.Retrieve(type), $$""", "return": { "distinct": false, "expression": {{expression}} }""");
        return ((IReadOnlyList<object?>)Engine.Run(query, $$"""{ "resourceType": "{{type}}", {{member}} }""")!)[0];
    }
}
