using System.Text;
using System.Text.Json;
using FhirNaltrexone.Server.Conformance.Scripts;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Conformance.Running;

/// <summary>Makes the body of a request.</summary>
internal static class ScriptBody
{
    /// <summary>Bytes and media type; null when nothing is sent.</summary>
    /// <exception cref="ScriptFault">The source is not there, or cannot be sent in this form.</exception>
    public static (byte[] Bytes, string Type)? Of(ScriptOperation operation, ScriptState state)
    {
        if (operation.IsPostedSearch) return (Encoding.UTF8.GetBytes(state.Fill(operation.Params ?? "").TrimStart('?')), "application/x-www-form-urlencoded");
        if (operation.SourceId is not { } id) return null;
        var source = state.Find(id);
        if (operation.Type == "patch" && source.Resource is { } resource && resource.Text("resourceType") == "Binary") return OfBinary(resource, id);
        var type = ScriptMediaTypes.Of(operation.ContentType);
        var text = Encoding.UTF8.GetBytes(state.Fill(Encoding.UTF8.GetString(source.Body.Span)));
        return (ScriptMediaTypes.IsXml(type) && source.Resource is not null ? FhirXml.FromJson(text).ToArray() : text, type);
    }

    // The one way to send a JSON Patch, which is no resource: a Binary holds it.
    private static (byte[] Bytes, string Type) OfBinary(JsonElement binary, string id)
        => binary.Member("data") is { } data && data.TryGetBytesFromBase64(out var bytes)
            ? (bytes, binary.Text("contentType") ?? "application/json-patch+json")
            : throw new ScriptFault($"The Binary {id} has no data.");
}
