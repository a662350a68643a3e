using System.Text.Json;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>The resource an answer carries, as JSON; it is turned into XML at the edge if the client asks for it.</summary>
internal abstract class AnswerBody
{
    /// <summary>The bytes as they are, when there is nothing to write anew; else null.</summary>
    public virtual ReadOnlyMemory<byte>? Raw => null;

    /// <summary>The media type of a body that is no resource; else null.</summary>
    public virtual string? MediaType => null;

    /// <summary>Whether it may be large: then it is sent while it is written.</summary>
    public virtual bool IsLarge => false;

    /// <summary>Writes the resource.</summary>
    /// <param name="json">Receives one object.</param>
    /// <param name="flush">Sends what has been written so far; call it now and then between two parts of something large.</param>
    public abstract ValueTask WriteAsync(Utf8JsonWriter json, Func<ValueTask> flush);
}
