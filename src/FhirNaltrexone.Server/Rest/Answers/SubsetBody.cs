using System.Text.Json;
using FhirNaltrexone.Server.Fhir;

namespace FhirNaltrexone.Server.Rest.Answers;

/// <summary>A part of a resource.</summary>
/// <param name="type">Type of the resource.</param>
/// <param name="resource">The whole resource as UTF-8 JSON.</param>
/// <param name="subset">The part.</param>
internal sealed class SubsetBody(string type, ReadOnlyMemory<byte> resource, ResourceSubset subset) : AnswerBody
{
    // A bare null would be taken for empty memory.
    public override ReadOnlyMemory<byte>? Raw => subset.IsWhole ? resource : default(ReadOnlyMemory<byte>?);

    public override ValueTask WriteAsync(Utf8JsonWriter json, Func<ValueTask> flush)
    {
        subset.Write(json, type, resource);
        return ValueTask.CompletedTask;
    }
}
