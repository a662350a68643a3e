using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Libraries;

namespace FhirNaltrexone.Knowledge.Tests.Libraries;

/// <summary>Values as "Using CQL with FHIR" and the public CQL test runner have them on the wire.</summary>
public sealed class ParameterWriterTests
{
    private const string CqlType = "http://hl7.org/fhir/StructureDefinition/cqf-cqlType";

    public static TheoryData<object?, string> Values => new()
    {
        { null, """[{"name":"x","_valueBoolean":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]}}]""" },
        { Array.Empty<object?>(), """[{"name":"x","_valueBoolean":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/cqf-isEmptyList","valueBoolean":true}]}}]""" },
        { false, """[{"name":"x","valueBoolean":false}]""" },
        { 7, """[{"name":"x","valueInteger":7}]""" },
        { 1.50m, """[{"name":"x","valueDecimal":1.50}]""" },
        { 5_000_000_000L, Text("5000000000", "System.Long") },
        { "a", """[{"name":"x","valueString":"a"}]""" },
        { "", $$$"""[{"name":"x","_valueString":{"extension":[{"url":"{{{CqlType}}}","valueString":"System.String"}]}}]""" },
        { new object?[] { 1, 2 }, """[{"name":"x","valueInteger":1},{"name":"x","valueInteger":2}]""" },
        { new object?[] { new object?[] { 1 }, Array.Empty<object?>() }, """[{"name":"x","part":[{"name":"element","valueInteger":1}]},{"name":"x","part":[{"name":"element","_valueBoolean":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/cqf-isEmptyList","valueBoolean":true}]}}]}]""" },
        { new CqlDate(2026, 2), """[{"name":"x","valueDate":"2026-02"}]""" },
        { CqlDateTime.TryParse("2026", TimeSpan.Zero), """[{"name":"x","valueDateTime":"2026"}]""" },
        { CqlDateTime.TryParse("2026-02-03T04:05:06.007+02:00", TimeSpan.Zero), """[{"name":"x","valueDateTime":"2026-02-03T04:05:06.007+02:00"}]""" },
        { CqlDateTime.TryParse("2026-02-03T04:05:06", TimeSpan.FromHours(-3.5)), """[{"name":"x","valueDateTime":"2026-02-03T04:05:06-03:30"}]""" },
        { CqlDateTime.TryParse("2026-02-03T04:05", TimeSpan.Zero), Text("2026-02-03T04:05", "System.DateTime") },
        { new CqlQuantity(42, "days"), """[{"name":"x","valueQuantity":{"value":42,"unit":"days"}}]""" },
        { new CqlQuantity(3.5m, "mg"), """[{"name":"x","valueQuantity":{"value":3.5,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}]""" },
        { new CqlCode("1", "urn:s", null, "One"), """[{"name":"x","valueCoding":{"system":"urn:s","code":"1","display":"One"}}]""" },
        { new CqlConcept([new("1", "urn:s")], "One"), """[{"name":"x","valueCodeableConcept":{"coding":[{"system":"urn:s","code":"1"}],"text":"One"}}]""" },
        { new CqlInterval(1, null, true, false), """[{"name":"x","part":[{"name":"low","valueInteger":1},{"name":"high","_valueBoolean":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]}},{"name":"lowClosed","valueBoolean":true},{"name":"highClosed","valueBoolean":false}]}]""" },
        { new CqlUncertainty(15, 45), """[{"name":"x","part":[{"name":"low","valueInteger":15},{"name":"high","valueInteger":45},{"name":"lowClosed","valueBoolean":true},{"name":"highClosed","valueBoolean":true}]}]""" },
        { new CqlTuple(["a", "b"], [1, new object?[] { "u", "v" }]), """[{"name":"x","part":[{"name":"a","valueInteger":1},{"name":"b","valueString":"u"},{"name":"b","valueString":"v"}]}]""" },
        { Fhir("\"final\"", "code"), """[{"name":"x","valueCode":"final"}]""" },
        { Fhir("""{"start":"2026"}""", "Period"), """[{"name":"x","valuePeriod":{"start":"2026"}}]""" },
        { Fhir("""{"resourceType":"Patient","id":"p"}""", "Patient"), """[{"name":"x","resource":{"resourceType":"Patient","id":"p"}}]""" },
        { Fhir("""{"a":1}""", "MedicationRequest.DispenseRequest"), Text("""{\"a\":1}""", "FHIR.MedicationRequest.DispenseRequest") },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_written_as_the_mapping_says(object? value, string expected) => Assert.Equal(expected, Write(value));

    [Fact]
    public void A_value_of_too_many_parts_or_too_deep_is_refused()
    {
        object? deep = 1;
        for (var i = 0; i < 30; i++) deep = new object?[] { new object?[] { deep } };

        Assert.Throws<ValueTooLargeException>(() => Write(Enumerable.Range(0, 101).Select(i => (object?)i).ToArray()));
        Assert.Throws<ValueTooLargeException>(() => Write(deep));
    }

    private static FhirElement Fhir(string json, string type) => new(JsonElement.Parse(json), type);

    private static string Text(string text, string type)
        => $$$"""[{"name":"x","valueString":"{{{text}}}","_valueString":{"extension":[{"url":"{{{CqlType}}}","valueString":"{{{type}}}"}]}}]""";

    private static string Write(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            new ParameterWriter(json, 100).Write("x", value);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
