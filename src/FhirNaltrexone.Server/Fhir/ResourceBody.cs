using System.Text.Json;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>A resource that is bytes already.</summary>
/// <param name="json">The resource as UTF-8 JSON.</param>
internal sealed class ResourceBody(ReadOnlyMemory<byte> json) : AnswerBody
{
    public override ReadOnlyMemory<byte>? Raw => json;

    public override ValueTask WriteAsync(Utf8JsonWriter writer, Func<ValueTask> flush)
    {
        writer.WriteRawValue(json.Span, skipInputValidation: true);
        return ValueTask.CompletedTask;
    }
}
