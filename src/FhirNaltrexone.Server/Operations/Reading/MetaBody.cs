using System.Text.Json;
using FhirNaltrexone.Server.Fhir;

namespace FhirNaltrexone.Server.Operations.Reading;

/// <summary>Parameters with one parameter <c>return</c> of type Meta.</summary>
/// <param name="write">Writes the Meta as one object.</param>
internal sealed class MetaBody(Action<Utf8JsonWriter> write) : AnswerBody
{
    public override ValueTask WriteAsync(Utf8JsonWriter json, Func<ValueTask> flush)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Parameters");
        json.WriteStartArray("parameter");
        json.WriteStartObject();
        json.WriteString("name", "return");
        json.WritePropertyName("valueMeta");
        write(json);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
