using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Server.Reasoning.Applying;

/// <summary>The parameters of <c>$apply</c>, from the URL and from Parameters in the body alike. All that is wrong with them is told at once.</summary>
internal sealed class ApplyInput
{
    private const string Patient = "Patient/";

    private static readonly string[] Known =
        ["canonical", "subject", "encounter", "practitioner", "organization", "data", "useServerData", "now", "result"];

    // They would change what a plan comes to; here they change nothing, and are refused rather than overlooked.
    private static readonly string[] Unserved = ["userType", "userLanguage", "userTaskContext", "setting", "settingContext"];

    private readonly List<(string Name, JsonElement Value)> _given = [];
    private readonly List<Issue> _issues = [];
    private readonly OperationCall _call;

    private ApplyInput(OperationCall call, string own)
    {
        _call = call;
        foreach (var (name, value) in call.Query.Where(pair => pair.Key is not ("_format" or "_pretty"))) _given.Add((name, JsonSerializer.SerializeToElement(value)));
        if (call.Content is { Type: "Parameters" } parameters) ReadBody(parameters.Root);
        else if (call.Content is not null) Fail(null, "The body must be Parameters.", IssueCodes.Invalid);
        foreach (var name in _given.Select(one => one.Name).Distinct(StringComparer.Ordinal))
        {
            if (Unserved.Contains(name)) Fail(name, $"The parameter {name} is not supported here.", IssueCodes.NotSupported);
            else if (name != own && !Known.Contains(name) && !call.IsLenient)
                Fail(Shown(name), $"There is no such parameter; there are: {own}, {string.Join(", ", Known)}.", IssueCodes.NotSupported);
        }
    }

    /// <summary>Reads a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="own">Name of the parameter for the definition itself.</param>
    /// <param name="clock">The time where none is given.</param>
    public static Result<ApplyCall> Read(OperationCall call, string own, TimeProvider clock)
    {
        var input = new ApplyInput(call, own);
        var read = input.Read(own, clock);
        return input._issues.Count > 0 ? new Refusal(400, input._issues) : read;
    }

    private ApplyCall Read(string own, TimeProvider clock)
    {
        var (definition, canonical) = Definition(own);
        return new()
        {
            Definition = definition,
            Canonical = canonical,
            Patient = Subject(),
            Encounter = Text("encounter"),
            Practitioner = Text("practitioner"),
            Organization = Text("organization"),
            Data = Data(),
            UsesStore = Text("useServerData") is not { } flag || Flag("useServerData", flag),
            Now = Now(clock),
            IsBundle = Text("result") is { } result && Result(result),
        };
    }

    private static string Shown(string name) => name.Length > 60 ? name[..60] : name;

    private (JsonElement? Definition, string? Canonical) Definition(string own)
    {
        var type = char.ToUpperInvariant(own[0]) + own[1..];
        var value = Single(own);
        var canonical = Text("canonical") ?? (value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null);
        var resource = value is { ValueKind: JsonValueKind.Object } ? value : null;
        if (resource is { } given && !(given.TryGetProperty("resourceType", out var actual) && actual.ValueEquals(type))) Fail(own, $"It must be a {type}.");
        if (_call.Id is not null && (resource is not null || canonical is not null)) Fail(own, $"The address names the {type} already.", IssueCodes.Invalid);
        else if (_call.Id is null && resource is null && canonical is null)
            Fail(own, $"Name the {type}: give canonical, or {own}, or call {type}/[id]/$apply.", IssueCodes.Required);
        else if (resource is not null && canonical is not null) Fail(own, $"Give either {own} or canonical.", IssueCodes.Invalid);
        return (resource, canonical);
    }

    private string Subject()
    {
        if (Text("subject") is not { } subject)
        {
            Fail("subject", "Name the patient: subject=Patient/[id].", IssueCodes.Required);
            return "";
        }

        var local = subject.StartsWith($"{_call.Base}/", StringComparison.Ordinal) ? subject[(_call.Base.Length + 1)..] : subject;
        var id = local.StartsWith(Patient, StringComparison.Ordinal) ? local[Patient.Length..] : local;
        if (!ResourceKey.IsId(id)) Fail("subject", "The subject must be a Patient of this server or of data: Patient/[id].");
        return id;
    }

    private JsonElement? Data()
    {
        if (Single("data") is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("resourceType", out var type) && type.ValueEquals("Bundle")) return value;
        Fail("data", "data must be a Bundle, in the body of a POST.");
        return null;
    }

    private bool Flag(string name, string text)
    {
        if (text is not ("true" or "false")) Fail(name, "It is either true or false.");
        return text == "true";
    }

    private bool Result(string text)
    {
        if (text is not ("care-plan" or "bundle")) Fail("result", "result is either care-plan or bundle.");
        return text == "bundle";
    }

    private DateTimeOffset Now(TimeProvider clock)
    {
        if (Text("now") is not { } text) return clock.GetUtcNow();
        var time = text.IndexOf('T', StringComparison.Ordinal);
        var hasOffset = time > 0 && (text[^1] == 'Z' || text.AsSpan(time).ContainsAny('+', '-'));
        if (hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var now) && now.Year is > 1900 and < 2200) return now;
        Fail("now", "now must be an instant with offset, such as 2026-11-22T09:00:00-05:00; a plus sign in a URL is written %2B.");
        return default;
    }

    private string? Text(string name)
    {
        if (Single(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("reference", out var reference)) value = reference;
        if (value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 and <= 2_000 } text) return text;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetRawText();
        Fail(name, "It must be a simple value or a Reference.");
        return null;
    }

    private JsonElement? Single(string name)
    {
        var values = _given.Where(one => one.Name == name).Select(one => one.Value).ToList();
        if (values.Count > 1 && !_issues.Exists(issue => issue.Expression == name)) Fail(name, "It must be given once.");
        return values.Count == 1 ? values[0] : null;
    }

    private void Fail(string? name, string text, string code = IssueCodes.Value) => _issues.Add(new(code, text, name));

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
