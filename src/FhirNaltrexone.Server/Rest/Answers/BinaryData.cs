using System.Text.Json;
using FhirNaltrexone.Server.Fhir;

namespace FhirNaltrexone.Server.Rest.Answers;

/// <summary>The bare data of a Binary.</summary>
/// <param name="mediaType">Their media type.</param>
/// <param name="data">The data.</param>
internal sealed class BinaryData(string mediaType, ReadOnlyMemory<byte> data) : AnswerBody
{
    public override string? MediaType => mediaType;

    public override ReadOnlyMemory<byte>? Raw => data;

    public override ValueTask WriteAsync(Utf8JsonWriter json, Func<ValueTask> flush)
        => throw new NotSupportedException("Bare data are no resource.");
}
