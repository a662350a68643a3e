using System.Text.Json;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>The parameters of a call, from its URL and its body alike. What is wrong with them is collected, so that clients learn all at once.</summary>
internal sealed class CallInput
{
    private const int MaxText = 2_000;
    private const int MaxShown = 60;

    private readonly List<(string Name, JsonElement Value)> _given = [];
    private readonly List<Issue> _issues = [];

    /// <summary>Reads a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="known">Names of parameters; others are refused, for what is overlooked changes the answer.</param>
    /// <param name="lenient">Whether others are left aside all the same.</param>
    public CallInput(OperationCall call, IReadOnlyCollection<string> known, bool lenient = false)
    {
        foreach (var (name, value) in call.Query.Where(pair => pair.Key is not ("_format" or "_pretty"))) _given.Add((name, JsonSerializer.SerializeToElement(value)));
        if (call.Content is { Type: "Parameters" } parameters) ReadBody(parameters.Root);
        else if (call.Content is not null) Fail("", "The body must be Parameters.", IssueCodes.Invalid);
        if (lenient) return;
        foreach (var name in _given.Select(one => one.Name).Distinct(StringComparer.Ordinal).Where(name => !known.Contains(name)))
            Fail(name.Length > MaxShown ? name[..MaxShown] : name, $"There is no such parameter here; there are: {string.Join(", ", known)}.", IssueCodes.NotSupported);
    }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Issue> Issues => _issues;

    /// <summary>Refuses a parameter.</summary>
    public void Fail(string name, string text, string code = IssueCodes.Value) => _issues.Add(new(code, text, name.Length == 0 ? null : name));

    /// <summary>A text, or the reference of a Reference; null when not given.</summary>
    public string? Text(string name)
    {
        if (Single(name) is not { } value) return null;
        var text = value.ValueKind == JsonValueKind.Object && value.TryGetProperty("reference", out var reference) ? reference : value;
        if (text.ValueKind is JsonValueKind.String && text.GetString() is { Length: > 0 and <= MaxText } plain) return plain;
        if (text.ValueKind is JsonValueKind.True or JsonValueKind.False) return text.GetRawText();
        Fail(name, "This parameter must be a simple value or a Reference.");
        return null;
    }

    /// <summary>A reference to a resource of a type, <c>Type/id</c> or the URL of one; null when not given.</summary>
    public string? Reference(string name, string type)
    {
        if (Text(name) is not { } reference) return null;
        var isAbsolute = Uri.TryCreate(reference, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        if (reference.Split('/') is [.., var named, var id] parts && named == type && ResourceKey.IsId(id) && (parts.Length == 2 || isAbsolute)) return reference;
        Fail(name, $"This parameter must be a reference: {type}/[id].");
        return null;
    }

    /// <summary>A flag; the fallback when not given.</summary>
    public bool Flag(string name, bool fallback)
    {
        if (Text(name) is not { } text) return fallback;
        if (text is not ("true" or "false")) Fail(name, "This parameter is either true or false.");
        return text == "true";
    }

    /// <summary>All texts of a parameter that may be repeated.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        List<string> texts = [];
        foreach (var value in Values(name))
        {
            if (value.ValueKind == JsonValueKind.String) texts.Add(value.GetString()!);
            else Fail(name, "This parameter must be a text.");
        }

        return texts;
    }

    /// <summary>A resource of a type; null when not given.</summary>
    public JsonElement? Resource(string name, string type)
    {
        if (Single(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("resourceType", out var actual) && actual.ValueKind == JsonValueKind.String && actual.ValueEquals(type)) return value;
        Fail(name, $"This parameter must be a {type}, in the body of a POST.");
        return null;
    }

    /// <summary>Whether a parameter is given at all.</summary>
    public bool Has(string name) => _given.Exists(one => one.Name == name);

    /// <summary>The value of a parameter that may be given once; null when not given.</summary>
    public JsonElement? Single(string name)
    {
        var values = Values(name).ToList();
        if (values.Count > 1 && !_issues.Exists(issue => issue.Expression == name)) Fail(name, "This parameter must be given once.");
        return values.Count == 1 ? values[0] : null;
    }

    private IEnumerable<JsonElement> Values(string name) => _given.Where(one => one.Name == name).Select(one => one.Value);

    private void ReadBody(JsonElement parameters)
    {
        if (!parameters.TryGetProperty("parameter", out var list) || list.ValueKind != JsonValueKind.Array) return;
        foreach (var parameter in list.EnumerateArray())
        {
            if (parameter.ValueKind != JsonValueKind.Object || !parameter.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String) continue;
            foreach (var member in parameter.EnumerateObject())
            {
                if (member.NameEquals("resource"u8) || member.Name.StartsWith("value", StringComparison.Ordinal)) _given.Add((name.GetString()!, member.Value));
            }
        }
    }
}
