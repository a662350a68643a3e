using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FhirNaltrexone.Cql.Tests;

/// <summary>Writes ELM by hand, so that a test says which nodes it is about without a translator.</summary>
internal static class Elm
{
    public const string Null = """{ "type": "Null" }""";

    public static string Int(int value) => Literal("Integer", value.ToString(CultureInfo.InvariantCulture));

    public static string Text(string value) => Literal("String", value);

    public static string Truth(bool? value) => value is { } known ? Literal("Boolean", known ? "true" : "false") : Null;

    public static string Quantity(decimal value, string unit) =>
        FormattableString.Invariant($$"""{ "type": "Quantity", "value": {{value}}, "unit": "{{unit}}" }""");

    public static string Node(string type, params string[] operands) =>
        $$"""{ "type": "{{type}}", "operand": [ {{string.Join(", ", operands)}} ] }""";

    public static string At(string precision, string type, params string[] operands) =>
        $$"""{ "type": "{{type}}", "precision": "{{precision}}", "operand": [ {{string.Join(", ", operands)}} ] }""";

    public static string List(params string[] elements) => $$"""{ "type": "List", "element": [ {{string.Join(", ", elements)}} ] }""";

    public static string Interval(string low, string high, bool lowClosed = true, bool highClosed = true, string point = "DateTime") =>
        $$"""
        { "type": "Interval", "lowClosed": {{(lowClosed ? "true" : "false")}}, "highClosed": {{(highClosed ? "true" : "false")}}, "low": {{low}}, "high": {{high}},
          "resultTypeSpecifier": { "type": "IntervalTypeSpecifier", "pointType": {{System(point)}} } }
        """;

    public static string ToDateTime(string text) => Node("ToDateTime", Text(text));

    public static string Reference(string define, string? library = null) => Named("ExpressionRef", define, library);

    public static string Named(string type, string name, string? library = null) =>
        $$"""{ "type": "{{type}}", "name": "{{name}}" {{(library is null ? "" : $", \"libraryName\": \"{library}\"")}} }""";

    public static string Retrieve(string type, string? codes = null, string path = "code") => codes is null
        ? $$"""{ "type": "Retrieve", "dataType": "{http://hl7.org/fhir}{{type}}" }"""
        : $$"""{ "type": "Retrieve", "dataType": "{http://hl7.org/fhir}{{type}}", "codeProperty": "{{path}}", "codeComparator": "in", "codes": {{codes}} }""";

    /// <summary>Access to an element by alias, with the type the translator would have inferred.</summary>
    public static string Property(string scope, string path, string? type = null) =>
        $$"""{ "type": "Property", "scope": "{{scope}}", "path": "{{path}}" {{(type is null ? "" : $", \"resultTypeSpecifier\": {type}")}} }""";

    /// <summary>Access to an element of another expression's value.</summary>
    public static string PropertyOf(string source, string path, string? type = null) =>
        $$"""{ "type": "Property", "source": {{source}}, "path": "{{path}}" {{(type is null ? "" : $", \"resultTypeSpecifier\": {type}")}} }""";

    public static string Query(string alias, string source, string rest = "") =>
        $$"""{ "type": "Query", "source": [ { "alias": "{{alias}}", "expression": {{source}} } ], "let": [], "relationship": [] {{rest}} }""";

    public static string Fhir(string name) => $$"""{ "type": "NamedTypeSpecifier", "name": "{http://hl7.org/fhir}{{name}}" }""";

    public static string System(string name) => $$"""{ "type": "NamedTypeSpecifier", "name": "{urn:hl7-org:elm-types:r1}{{name}}" }""";

    public static string ListOf(string type) => $$"""{ "type": "ListTypeSpecifier", "elementType": {{type}} }""";

    public static string Choice(params string[] types) => $$"""{ "type": "ChoiceTypeSpecifier", "choice": [ {{string.Join(", ", types)}} ] }""";

    public static string Define(string name, string expression) =>
        $$"""{ "name": "{{name}}", "context": "Patient", "locator": "7:1-7:20", "expression": {{expression}} }""";

    public static string Function(string name, string body, params (string Name, string Type)[] operands) =>
        $$"""
        { "type": "FunctionDef", "name": "{{name}}", "context": "Patient", "expression": {{body}},
          "operand": [ {{string.Join(", ", operands.Select(each => $$"""{ "name": "{{each.Name}}", "operandTypeSpecifier": {{each.Type}} }"""))}} ] }
        """;

    /// <summary>A library; <paramref name="sections"/> are further members such as value sets or parameters.</summary>
    public static ReadOnlyMemory<byte> Library(string name, string[] statements, string sections = "") => Encoding.UTF8.GetBytes(
        $$"""{ "library": { "identifier": { "id": "{{name}}", "version": "1" }, {{sections}} "statements": { "def": [ {{string.Join(", ", statements)}} ] } } }""");

    private static string Literal(string type, string value) =>
        $$"""{ "type": "Literal", "valueType": "{urn:hl7-org:elm-types:r1}{{type}}", "value": {{JsonSerializer.Serialize(value)}} }""";
}
