using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>
/// The parameters of a call, from its URL and its body alike, by one rule for all operations: what is not known, what is repeated without leave, and what
/// cannot be read is refused, for what is overlooked changes the answer. All that is wrong is collected, so that clients learn it at once.
/// </summary>
internal sealed class CallInput
{
    private const int MaxText = 2_000;
    private const int MaxShown = 60;

    // They concern the form of any answer.
    private static readonly string[] OfForm = ["_format", "_pretty"];

    private readonly string _prefix = "";
    private readonly List<(string Name, JsonElement Value)> _given = [];
    private readonly List<Issue> _issues = [];
    private readonly List<Issue>? _ignored;

    /// <summary>Reads a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="known">Names of parameters; others are refused. Null takes every name.</param>
    /// <param name="own">Name of the parameter that a resource alone in the body, or the one of the address, stands for; null when there is none.</param>
    /// <param name="instance">The resource of the address, where it is a parameter.</param>
    /// <param name="unserved">Names of parameters that would change the answer in ways not served: refused however lenient the client is.</param>
    /// <param name="ignored">
    /// Receives what a lenient client's call goes on without, for an answer that tells of it. Null for one that does not: it would look like the answer
    /// to all that was asked.
    /// </param>
    public CallInput(
        OperationCall call,
        IReadOnlyCollection<string>? known,
        string? own = null,
        JsonElement? instance = null,
        IReadOnlyCollection<string>? unserved = null,
        List<Issue>? ignored = null)
    {
        _ignored = call.IsLenient ? ignored : null;
        foreach (var (name, value) in call.Query.Where(pair => !OfForm.Contains(pair.Key))) _given.Add((name, JsonSerializer.SerializeToElement(value)));
        if (call.Content is { Type: "Parameters" } parameters) ReadBody(parameters.Root);
        else if (call.Content is { } content && own is not null) _given.Add((own, content.Root));
        else if (call.Content is not null) Fail("", "The body must be Parameters.", IssueCodes.Invalid);
        if (instance is { } resource) _given.Add((own!, resource));
        Expect(known, unserved ?? []);
    }

    private CallInput(CallInput whole, string name, JsonElement parts, IReadOnlyCollection<string> known)
    {
        (_prefix, _issues, _ignored) = ($"{whole._prefix}{name}.", whole._issues, whole._ignored);
        Read(parts);
        Expect(known, []);
    }

    /// <summary>Names and values, in order; values are what stands in value[x] or resource, or texts of the URL. The array of its parts for a parameter that has those.</summary>
    public IReadOnlyList<(string Name, JsonElement Value)> Given => _given;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Issue> Issues => _issues;

    /// <summary>The call refused; null when nothing is wrong.</summary>
    public Refusal? Refusal => _issues.Count > 0 ? new(400, _issues) : null;

    /// <summary>Refuses a parameter; once, however often it is read.</summary>
    public void Fail(string name, string text, string code = IssueCodes.Value)
    {
        var issue = Issue(name, text, code);
        if (!_issues.Contains(issue)) _issues.Add(issue);
    }

    /// <summary>Whether a parameter is given at all.</summary>
    public bool Has(string name) => _given.Exists(one => one.Name == name);

    /// <summary>The value of a parameter that may be given once; null when not given.</summary>
    public JsonElement? Single(string name)
    {
        var values = Values(name).ToList();
        if (values.Count > 1) Fail(name, "This parameter must be given once.");
        return values.Count == 1 ? values[0] : null;
    }

    /// <summary>A simple value as text, or the reference of a Reference; null when not given.</summary>
    public string? Text(string name)
    {
        if (Single(name) is not { } value || AsText(name, value) is not { } text) return null;
        if (text.Length <= MaxText) return text;
        Fail(name, $"This parameter has at most {MaxText} characters.", IssueCodes.TooLong);
        return null;
    }

    /// <summary>All texts of a parameter that may be repeated.</summary>
    public IReadOnlyList<string> Texts(string name) => [.. Values(name).Select(value => AsText(name, value)).OfType<string>()];

    /// <summary>All texts of a parameter that may be repeated, or hold several with commas between.</summary>
    public IReadOnlyList<string> Names(string name)
        => [.. Texts(name).SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>All parameters as texts, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs()
        => [.. _given.Select(one => (one.Name, Text: AsText(one.Name, one.Value))).Where(one => one.Text is not null).Select(one => KeyValuePair.Create(one.Name, one.Text!))];

    /// <summary>A reference to a resource of a type, <c>Type/id</c> or the URL of one; null when not given.</summary>
    public string? Reference(string name, string type)
    {
        if (Text(name) is not { } reference) return null;
        var isAbsolute = Uri.TryCreate(reference, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        if (reference.Split('/') is [.., var named, var id] parts && named == type && ResourceKey.IsId(id) && (parts.Length == 2 || isAbsolute)) return reference;
        Fail(name, $"This parameter must be a reference: {type}/[id].");
        return null;
    }

    /// <summary>A flag; null when not given.</summary>
    public bool? Flag(string name)
    {
        if (Text(name) is not { } text) return null;
        if (text is "true" or "false") return text == "true";
        Fail(name, "This parameter is either true or false.");
        return null;
    }

    /// <summary>A whole number of 0 or more; null when not given.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="most">Largest number there can be.</param>
    public long? Number(string name, long most = long.MaxValue)
    {
        if (Text(name) is not { } text) return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most) return number;
        Fail(name, "This parameter must be a whole number of 0 or more.");
        return null;
    }

    /// <summary>A resource of a type; null when not given.</summary>
    public JsonElement? Resource(string name, string type)
    {
        if (Single(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("resourceType", out var actual) && actual.ValueKind == JsonValueKind.String && actual.ValueEquals(type)) return value;
        Fail(name, $"This parameter must be a {type}, in the body of a POST.");
        return null;
    }

    /// <summary>The parts of a parameter that may be repeated, each read like a call of its own; what is wrong with them is wrong with the call.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="known">Names of parts.</param>
    public IReadOnlyList<CallInput> Parts(string name, IReadOnlyCollection<string> known)
    {
        List<CallInput> all = [];
        foreach (var value in Values(name))
        {
            if (value.ValueKind == JsonValueKind.Array) all.Add(new(this, name, value, known));
            else Fail(name, $"This parameter has parts: {string.Join(", ", known)}.");
        }

        return all;
    }

    private IEnumerable<JsonElement> Values(string name) => _given.Where(one => one.Name == name).Select(one => one.Value);

    private string? AsText(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        if (value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False) return value.GetRawText();
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("reference", out var reference) && reference.ValueKind == JsonValueKind.String) return reference.GetString();
        Fail(name, "This parameter must be a simple value, or a Reference with a reference.");
        return null;
    }

    private void ReadBody(JsonElement parameters)
    {
        if (parameters.TryGetProperty("parameter", out var list) && list.ValueKind == JsonValueKind.Array) Read(list);
    }

    private void Read(JsonElement list)
    {
        foreach (var parameter in list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
        {
            var name = parameter.TryGetProperty("name", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : "";
            var values = parameter.EnumerateObject().Where(IsValue).Select(member => member.Value).ToList();
            if (values is [var value]) _given.Add((name, value));
            else Fail(name, "This parameter must have one value, or one resource, or parts.");
        }
    }

    private static bool IsValue(JsonProperty member)
        => member.NameEquals("resource"u8) || member.NameEquals("part"u8) || member.Name.StartsWith("value", StringComparison.Ordinal);

    private void Expect(IReadOnlyCollection<string>? known, IReadOnlyCollection<string> unserved)
    {
        foreach (var name in _given.Select(one => one.Name).Distinct(StringComparer.Ordinal).ToList())
        {
            if (unserved.Contains(name)) Fail(name, "This parameter is not supported here.", IssueCodes.NotSupported);
            else if (known?.Contains(name) == false) RefuseUnknown(name, known);
        }
    }

    private void RefuseUnknown(string name, IReadOnlyCollection<string> known)
    {
        (_ignored ?? _issues).Add(Issue(name, Unknown(known), IssueCodes.NotSupported));
        if (_ignored is not null) _given.RemoveAll(one => one.Name == name);
    }

    private static string Unknown(IReadOnlyCollection<string> known)
        => known.Count == 0 ? "There is no such parameter here; there are none." : $"There is no such parameter here; there are: {string.Join(", ", known)}.";

    private Issue Issue(string name, string text, string code)
    {
        var expression = _prefix + (name.Length > MaxShown ? name[..MaxShown] : name);
        return new(code, text, expression.Length == 0 ? null : expression);
    }
}
