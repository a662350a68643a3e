using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Reasoning.Applying;

/// <summary>The parameters of <c>$apply</c>, from the URL and from Parameters in the body alike. All that is wrong with them is told at once.</summary>
internal sealed class ApplyInput
{
    private const string Patient = "Patient/";

    private static readonly string[] Known =
        ["canonical", "subject", "encounter", "practitioner", "organization", "data", "useServerData", "now", "result"];

    // Activities belong to no event.
    private static readonly string[] OfPlans = ["hook", "parameters"];

    // They would change what a plan comes to; here they change nothing, and are refused rather than overlooked.
    private static readonly string[] Unserved = ["userType", "userLanguage", "userTaskContext", "setting", "settingContext"];

    private readonly CallInput _input;
    private readonly OperationCall _call;

    private ApplyInput(OperationCall call, string own)
    {
        _call = call;
        _input = new(call, [own, .. Known, .. own == "planDefinition" ? OfPlans : []], unserved: Unserved);
    }

    /// <summary>Reads a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="own">Name of the parameter for the definition itself.</param>
    /// <param name="clock">The time where none is given.</param>
    public static Result<ApplyCall> Read(OperationCall call, string own, TimeProvider clock)
    {
        var input = new ApplyInput(call, own);
        var read = input.Read(own, clock);
        return input._input.Refusal is { } refusal ? refusal : read;
    }

    private ApplyCall Read(string own, TimeProvider clock)
    {
        var (definition, canonical) = Definition(own);
        return new()
        {
            Definition = definition,
            Canonical = canonical,
            Patient = Subject(),
            Hook = _input.Text("hook"),
            Parameters = _input.Resource("parameters", "Parameters"),
            Encounter = _input.Reference("encounter", "Encounter"),
            Practitioner = _input.Reference("practitioner", "Practitioner"),
            Organization = _input.Reference("organization", "Organization"),
            Data = _input.Resource("data", "Bundle"),
            UsesStore = _input.Flag("useServerData") ?? true,
            Now = Now(clock),
            IsBundle = _input.Text("result") is { } result && Result(result),
        };
    }

    private (JsonElement? Definition, string? Canonical) Definition(string own)
    {
        var type = char.ToUpperInvariant(own[0]) + own[1..];
        var value = _input.Single(own);
        var canonical = _input.Text("canonical") ?? (value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null);
        var resource = value is { ValueKind: JsonValueKind.Object } ? value : null;
        if (resource is { } given && !(given.TryGetProperty("resourceType", out var actual) && actual.ValueKind == JsonValueKind.String && actual.ValueEquals(type))) _input.Fail(own, $"It must be a {type}.");
        if (_call.Id is not null && (resource is not null || canonical is not null)) _input.Fail(own, $"The address names the {type} already.", IssueCodes.Invalid);
        else if (_call.Id is null && resource is null && canonical is null)
            _input.Fail(own, $"Name the {type}: give canonical, or {own}, or call {type}/[id]/$apply.", IssueCodes.Required);
        else if (resource is not null && canonical is not null) _input.Fail(own, $"Give either {own} or canonical.", IssueCodes.Invalid);
        return (resource, canonical);
    }

    private string Subject()
    {
        if (_input.Text("subject") is not { } subject)
        {
            _input.Fail("subject", "Name the patient: subject=Patient/[id].", IssueCodes.Required);
            return "";
        }

        var local = subject.StartsWith($"{_call.Base}/", StringComparison.Ordinal) ? subject[(_call.Base.Length + 1)..] : subject;
        var id = local.StartsWith(Patient, StringComparison.Ordinal) ? local[Patient.Length..] : local;
        if (!ResourceKey.IsId(id)) _input.Fail("subject", "The subject must be a Patient of this server or of data: Patient/[id].");
        return id;
    }

    private bool Result(string text)
    {
        if (text is not ("care-plan" or "bundle")) _input.Fail("result", "result is either care-plan or bundle.");
        return text == "bundle";
    }

    private DateTimeOffset Now(TimeProvider clock)
    {
        if (_input.Text("now") is not { } text) return clock.GetUtcNow();
        var time = text.IndexOf('T', StringComparison.Ordinal);
        var hasOffset = time > 0 && (text[^1] == 'Z' || text.AsSpan(time).ContainsAny('+', '-'));
        if (hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var now) && now.Year is > 1900 and < 2200) return now;
        _input.Fail("now", "now must be an instant with offset, such as 2026-11-22T09:00:00-05:00; a plus sign in a URL is written %2B.");
        return default;
    }
}
