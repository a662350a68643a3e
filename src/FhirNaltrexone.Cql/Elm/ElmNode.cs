using System.Text.Json;

namespace FhirNaltrexone.Cql.Elm;

/// <summary>One JSON object of an ELM library, read by member name. A missing member is an undefined node.</summary>
internal readonly struct ElmNode(JsonElement json)
{
    private readonly JsonElement _json = json;

    public bool IsDefined => _json.ValueKind == JsonValueKind.Object;

    /// <summary>The node type, for example <c>Query</c>; empty for parts that have none.</summary>
    public string Type => Text("type") ?? "";

    /// <summary>Source position, or null for nodes the translator made up.</summary>
    public string? Locator => Text("locator");

    public ElmNode Child(string name) => _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(name, out var value) ? new ElmNode(value) : default;

    public bool Has(string name) => IsDefined && _json.TryGetProperty(name, out _);

    public string? Text(string name)
    {
        if (!IsDefined || !_json.TryGetProperty(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null;
    }

    public bool Flag(string name) => IsDefined && _json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>Members that are an array, or a single object, or missing.</summary>
    public IReadOnlyList<ElmNode> List(string name)
    {
        if (!IsDefined || !_json.TryGetProperty(name, out var value)) return [];
        return value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().Select(each => new ElmNode(each))],
            JsonValueKind.Object => [new ElmNode(value)],
            _ => [],
        };
    }

    /// <summary>The definitions of a section, <c>{ "section": { "def": [ … ] } }</c>.</summary>
    public IReadOnlyList<ElmNode> Definitions(string section) => Child(section).List("def");

    /// <summary>The type the translator inferred; null when it wrote none.</summary>
    public CqlType? ResultType => ElmTypes.Read(this, "resultTypeName", "resultTypeSpecifier");
}
