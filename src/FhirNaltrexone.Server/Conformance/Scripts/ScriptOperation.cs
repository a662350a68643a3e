using System.Text.Json;

namespace FhirNaltrexone.Server.Conformance.Scripts;

/// <summary>A request a script makes (FHIR R4, TestScript.setup.action.operation).</summary>
internal sealed record ScriptOperation
{
    /// <summary>Code of the kind of request, such as <c>vread</c> or <c>expand</c>; null when method and URL say all.</summary>
    public string? Type { get; init; }

    /// <summary>Resource type.</summary>
    public string? Resource { get; init; }

    /// <summary>What the report calls it.</summary>
    public string? Label { get; init; }

    /// <summary>Media type wanted, or <c>json</c> or <c>xml</c>.</summary>
    public string? Accept { get; init; }

    /// <summary>Media type sent, or <c>json</c> or <c>xml</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>HTTP method; null for that of the type.</summary>
    public string? Method { get; init; }

    /// <summary>What comes behind the resource type in the URL.</summary>
    public string? Params { get; init; }

    /// <summary>URL, absolute or below the base of the server; it takes the place of everything else.</summary>
    public string? Url { get; init; }

    /// <summary>Whether the URL is encoded; else it is sent as it stands.</summary>
    public bool IsEncoded { get; init; }

    /// <summary>Further headers.</summary>
    public IReadOnlyList<(string Field, string Value)> Headers { get; init; } = [];

    /// <summary>Under which name the request is kept.</summary>
    public string? RequestId { get; init; }

    /// <summary>Under which name the answer is kept.</summary>
    public string? ResponseId { get; init; }

    /// <summary>Fixture or answer that is sent as body.</summary>
    public string? SourceId { get; init; }

    /// <summary>Fixture or answer whose type, id and version make the URL.</summary>
    public string? TargetId { get; init; }

    /// <summary>Whether it is a search whose parameters are sent as a form.</summary>
    public bool IsPostedSearch => Type == "search" && Method == "post" && SourceId is null;

    /// <summary>Reads an operation.</summary>
    public static ScriptOperation Read(JsonElement json) => new()
    {
        Type = json.Member("type")?.Text("code"),
        Resource = json.Text("resource"),
        Label = json.Text("label") ?? json.Text("description"),
        Accept = json.Text("accept"),
        ContentType = json.Text("contentType"),
        Method = json.Text("method"),
        Params = json.Text("params"),
        Url = json.Text("url"),
        IsEncoded = json.Flag("encodeRequestUrl"),
        Headers = [.. json.Items("requestHeader").Select(header => (header.Text("field") ?? "", header.Text("value") ?? ""))],
        RequestId = json.Text("requestId"),
        ResponseId = json.Text("responseId"),
        SourceId = json.Text("sourceId"),
        TargetId = json.Text("targetId"),
    };
}
