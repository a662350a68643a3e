using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Server.Terminology.Operations;

/// <summary>The parameters of a call, from its URL and its body alike. What is wrong with them is collected, so that clients learn all at once.</summary>
internal sealed class OperationInput
{
    private const string Value = "value";

    private readonly List<(string Name, JsonElement Value)> _given = [];
    private readonly List<Issue> _issues = [];

    /// <summary>Reads a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="own">Name of the parameter that a resource alone in the body, or the resource of the address, stands for.</param>
    /// <param name="instance">The resource of the address; null at type level.</param>
    public OperationInput(OperationCall call, string own, JsonElement? instance)
    {
        Call = call;
        foreach (var (name, value) in call.Query.Where(pair => pair.Key is not ("_format" or "_pretty"))) _given.Add((name, JsonSerializer.SerializeToElement(value)));
        if (call.Content is { Type: "Parameters" } parameters) ReadBody(parameters.Root);
        else if (call.Content is { } content) _given.Add((own, content.Root));
        if (instance is { } resource) _given.Add((own, resource));
    }

    /// <summary>The call.</summary>
    public OperationCall Call { get; }

    /// <summary>Names and values, in order; values are what stands in value[x] or resource, or texts of the URL.</summary>
    public IReadOnlyList<(string Name, JsonElement Value)> Given => _given;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Issue> Issues => _issues;

    /// <summary>Refuses a parameter.</summary>
    public void Fail(string name, string text, string code = IssueCodes.Value) => _issues.Add(new(code, text, name));

    /// <summary>Whether a parameter was given.</summary>
    public bool Has(string name) => _given.Exists(one => one.Name == name);

    /// <summary>A text; null when not given.</summary>
    public string? Text(string name)
    {
        if (Single(name) is not { } value) return null;
        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False) return AsText(value);
        Fail(name, $"The parameter {name} must be a simple value.");
        return null;
    }

    /// <summary>A flag; null when not given.</summary>
    public bool? Flag(string name)
    {
        if (Text(name) is not { } text) return null;
        if (text is "true" or "false") return text == "true";
        Fail(name, $"The parameter {name} is either true or false.");
        return null;
    }

    /// <summary>A whole number of 0 or more; null when not given.</summary>
    public int? Number(string name)
    {
        if (Text(name) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Fail(name, $"The parameter {name} must be a whole number of 0 or more.");
        return null;
    }

    /// <summary>A resource; null when not given.</summary>
    public JsonElement? Resource(string name, string type)
    {
        if (Single(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object && Member(value, "resourceType") == type) return value;
        Fail(name, $"The parameter {name} must be a {type}.");
        return null;
    }

    /// <summary>A Coding, or <c>system|code</c> in the URL; null when not given.</summary>
    public CodeQuestion? Coding(string name)
    {
        if (Single(name) is not { } value) return null;
        var coding = value.ValueKind switch
        {
            JsonValueKind.Object => Question(value),
            JsonValueKind.String when value.GetString()!.Split('|') is [var system, { Length: > 0 } code] => new CodeQuestion(system, code),
            _ => null,
        };
        if (coding is null) Fail(name, $"The parameter {name} must be a Coding with a code; in a URL, 'system|code'.");
        return coding;
    }

    /// <summary>The codings of a CodeableConcept that have a code; null when not given.</summary>
    public IReadOnlyList<CodeQuestion>? Concept(string name)
    {
        if (Single(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object)
        {
            return value.TryGetProperty("coding", out var list) && list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray().Select(Question).OfType<CodeQuestion>()]
                : [];
        }

        Fail(name, $"The parameter {name} must be a CodeableConcept; call by POST.");
        return null;
    }

    /// <summary>
    /// Refuses parameters that would change the answer in ways not served, and all that are not known: without what a misspelt one asks for, an answer
    /// still looks right.
    /// </summary>
    public void Expect(IReadOnlyCollection<string> known, IReadOnlyCollection<string> unserved)
    {
        foreach (var name in _given.Select(one => one.Name).Distinct())
        {
            if (unserved.Contains(name)) Fail(name, $"The parameter {name} is not supported here.", IssueCodes.NotSupported);
            else if (!known.Contains(name)) Fail(name, $"There is no parameter of this name; there are: {string.Join(", ", known)}.", IssueCodes.NotSupported);
        }
    }

    /// <summary>A coding read as a question; null without a code. One without system has the empty system, which no value set has.</summary>
    private static CodeQuestion? Question(JsonElement coding) => Member(coding, "code") is { Length: > 0 } code
        ? new(Member(coding, "system") ?? "", code) { Version = Member(coding, "version"), Display = Member(coding, "display") }
        : null;

    private JsonElement? Single(string name)
    {
        var values = _given.Where(one => one.Name == name).Select(one => one.Value).ToList();
        if (values.Count > 1) Fail(name, $"The parameter {name} must be given once.");
        return values.Count == 1 ? values[0] : null;
    }

    private void ReadBody(JsonElement parameters)
    {
        if (!parameters.TryGetProperty("parameter", out var list) || list.ValueKind != JsonValueKind.Array) return;
        foreach (var parameter in list.EnumerateArray())
        {
            if (Member(parameter, "name") is not { } name) continue;
            foreach (var member in parameter.EnumerateObject().Where(member => member.NameEquals("resource") || member.Name.StartsWith(Value, StringComparison.Ordinal)))
                _given.Add((name, member.Value));
        }
    }

    private static string AsText(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string? Member(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
