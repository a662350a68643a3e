using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Validation.Model;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Reasoning.Charts;

/// <summary>
/// What a client gives to the parameters of the libraries: what a call of a hook brings besides the chart. Thresholds are not among them: they are
/// the site's, checked at start, and must not differ from call to call.
/// </summary>
internal sealed class CallContext
{
    private const string Where = "parameters";
    private const string HookName = "Hook";
    private const string Selections = "Selections";
    private const string Unread = "Unread Resource Types";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["Draft Medication Requests"] = "MedicationRequest",
        ["Draft Service Requests"] = "ServiceRequest",
        ["Context Appointments"] = "Appointment",
    };

    private readonly ILookup<string, JsonElement> _given;

    private CallContext(ILookup<string, JsonElement> given) => _given = given;

    /// <summary>The hook; null when none is given.</summary>
    public string? Hook => Texts(HookName).FirstOrDefault();

    /// <summary>Reads what is given, by the names and types of CQL.</summary>
    /// <param name="parameters">Parameters named as in CQL; null for none.</param>
    /// <param name="hooks">The hooks that may be named; null where another parameter names it.</param>
    /// <param name="patient">Logical id of the patient.</param>
    /// <param name="issues">Takes what is wrong.</param>
    public static CallContext Read(JsonElement? parameters, IReadOnlyList<string>? hooks, string patient, List<Issue> issues)
    {
        var guard = new PatientGuard(patient, _ => null);
        List<(string Name, JsonElement Value)> given = [];
        foreach (var parameter in parameters is { } all && FhirJson.Array(all, "parameter"u8) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default)
        {
            var name = FhirJson.Text(parameter, "name"u8) ?? "";
            var value = Types.TryGetValue(name, out var type) ? Resource(parameter, type) : Text(parameter, name);
            if (Problem(name, type, value, hooks, guard) is not { } problem) given.Add((name, value!.Value));
            else issues.Add(new(IsKnown(name, hooks) ? IssueCodes.Value : IssueCodes.NotSupported, problem, Where));
        }

        if (given.Count(one => one.Name == HookName) > 1) issues.Add(new(IssueCodes.Value, "Hook must be given once.", Where));
        return new(given.ToLookup(one => one.Name, one => one.Value, StringComparer.Ordinal));
    }

    /// <summary>A chart with what is given. Drafts have the codes of their medications as orders of the chart have.</summary>
    public Chart With(Chart chart)
    {
        var codes = new MedicationCodes([]);
        foreach (var resource in chart.Resources) codes.Add(resource, null);
        return chart with
        {
            DraftOrders = [.. Types.Where(type => type.Value != "Appointment").SelectMany(type => _given[type.Key]).Select(codes.Resolve)],
            Appointments = [.. _given["Context Appointments"]],
            Selections = [.. Texts(Selections)],
            UnreadResourceTypes = [.. chart.UnreadResourceTypes.Union(Texts(Unread), StringComparer.Ordinal)],
        };
    }

    private static bool IsKnown(string name, IReadOnlyList<string>? hooks) => Types.ContainsKey(name) || name is Selections or Unread || (name == HookName && hooks is not null);

    private static JsonElement? Resource(JsonElement parameter, string type)
        => FhirJson.Object(parameter, "resource"u8) is { ValueKind: JsonValueKind.Object } resource && FhirJson.TypeOf(resource) == type ? resource : null;

    private static JsonElement? Text(JsonElement parameter, string name)
        => (parameter.TryGetProperty("valueString"u8, out var text) || (name == HookName && parameter.TryGetProperty("valueCode"u8, out text)))
            && text.ValueKind == JsonValueKind.String ? text : null;

    private static string? Problem(string name, string? type, JsonElement? value, IReadOnlyList<string>? hooks, PatientGuard guard) => (name, value) switch
    {
        (HookName, _) when hooks is null => "The hook is given by the parameter hook.",
        _ when !IsKnown(name, hooks) => $"Only {string.Join(", ", [.. hooks is null ? Array.Empty<string>() : [HookName], .. Types.Keys, Selections, Unread])} can be given for one call; thresholds are settings of the site.",
        (_, null) => type is null ? $"The parameter \"{name}\" takes strings." : $"The parameter \"{name}\" takes resources of type {type}.",
        (HookName, { } hook) when !hooks!.Contains(hook.GetString()!) => $"No rule of this service belongs to this hook; there are: {string.Join(", ", hooks!)}.",
        (Unread, { } unread) when !ResourceTypes.All.Contains(unread.GetString()!) => $"The parameter \"{name}\" takes names of resource types.",
        (_, { } resource) when type is not null && guard.ForeignMember(resource) is { } member => $"A {type} belongs to another patient: see its {member}.",
        _ => null,
    };

    private IEnumerable<string> Texts(string name) => _given[name].Select(value => value.GetString()!);
}
