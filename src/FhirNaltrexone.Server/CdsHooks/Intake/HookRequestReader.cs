using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.CdsHooks.Intake;

/// <summary>Reads the envelope of a hook call (CDS Hooks 2.0, Calling a CDS service): unknown members are ignored, every defect is told at once.</summary>
internal static class HookRequestReader
{
    private const int MaxHookInstance = 256;

    /// <summary>Reads a request.</summary>
    /// <param name="root">The JSON object.</param>
    /// <param name="service">The service called.</param>
    /// <param name="issues">Receives one issue for each defect.</param>
    /// <returns>The request, or null when there is a defect.</returns>
    public static HookRequest? Read(JsonElement root, ICdsService service, List<Issue> issues)
    {
        var hook = ReadHook(root, service, issues);
        var instance = ReadText(root, "hookInstance", "a UUID that identifies this call", string.Empty, issues);
        if (instance?.Length > MaxHookInstance)
        {
            issues.Add(new(IssueCodes.TooLong, "hookInstance must be a UUID.", "hookInstance"));
        }

        var prefetch = ReadPrefetch(root, issues);
        var context = ReadContext(root, issues);
        var patient = context is null ? null : ReadPatient(context.Value, issues);
        if (context is not null && hook is not null)
        {
            CheckFields(context.Value, hook, issues);
        }

        return issues.Count > 0 ? null : new HookRequest(root, context!.Value, hook!, instance!, patient!.Value, prefetch);
    }

    private static string? ReadHook(JsonElement root, ICdsService service, List<Issue> issues)
    {
        var hook = ReadText(root, "hook", $"one of {string.Join(", ", service.Hooks)}", string.Empty, issues);
        if (hook is null || service.Hooks.Contains(hook))
        {
            return hook;
        }

        issues.Add(new(IssueCodes.Value, $"Service {service.Id} answers {string.Join(", ", service.Hooks)} and no other hook.", "hook"));
        return null;
    }

    private static JsonElement ReadPrefetch(JsonElement root, List<Issue> issues)
    {
        if (!root.TryGetProperty("prefetch"u8, out var prefetch) || prefetch.ValueKind == JsonValueKind.Null)
        {
            return default;
        }

        if (prefetch.ValueKind != JsonValueKind.Object)
        {
            issues.Add(new(IssueCodes.Structure, "prefetch must be an object with one member for each key of the discovery document.", "prefetch"));
        }

        return prefetch;
    }

    private static JsonElement? ReadContext(JsonElement root, List<Issue> issues)
    {
        if (root.TryGetProperty("context"u8, out var context) && context.ValueKind == JsonValueKind.Object)
        {
            return context;
        }

        var missing = context.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
        issues.Add(new(
            missing ? IssueCodes.Required : IssueCodes.Structure, "context must be an object with the fields the hook defines.", "context"));
        return null;
    }

    private static PatientId? ReadPatient(JsonElement context, List<Issue> issues)
    {
        if (ReadText(context, "patientId", "the logical id of the patient", "context.", issues) is not { } text)
        {
            return null;
        }

        var patient = PatientId.Parse(text);
        if (patient is null)
        {
            issues.Add(new(IssueCodes.Value, "context.patientId must be the logical id of a Patient, such as 123.", "context.patientId"));
        }

        return patient;
    }

    private static void CheckFields(JsonElement context, string hook, List<Issue> issues)
    {
        foreach (var field in HookContexts.For(hook))
        {
            if (field.Name != "patientId")
            {
                Check(context, field, hook, issues);
            }
        }
    }

    private static void Check(JsonElement context, ContextField field, string hook, List<Issue> issues)
    {
        var path = $"context.{field.Name}";
        if (!context.TryGetProperty(field.Name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            issues.Add(new(IssueCodes.Required, $"The hook {hook} requires {path}: {Describe(field.Kind)}.", path));
        }
        else if (!Fits(value, field.Kind))
        {
            issues.Add(new(IssueCodes.Structure, $"{path} must be {Describe(field.Kind)}.", path));
        }
    }

    private static bool Fits(JsonElement value, ContextFieldKind kind) => kind switch
    {
        ContextFieldKind.Text => value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0,
        ContextFieldKind.TextList => value.ValueKind == JsonValueKind.Array && AllText(value),
        ContextFieldKind.Bundle => IsBundle(value),
        _ => value.ValueKind == JsonValueKind.Object,
    };

    private static bool AllText(JsonElement array)
    {
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Bundles without type are common, and some have no resourceType either; what they must have is a list of entries, if any.</summary>
    private static bool IsBundle(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var named = value.TryGetProperty("resourceType"u8, out var type);
        var listed = value.TryGetProperty("entry"u8, out var entry) && entry.ValueKind == JsonValueKind.Array;
        return named ? type.ValueKind == JsonValueKind.String && type.ValueEquals("Bundle"u8) && (listed || entry.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) : listed;
    }

    private static string Describe(ContextFieldKind kind) => kind switch
    {
        ContextFieldKind.Text => "a string that is not empty",
        ContextFieldKind.TextList => "an array of strings",
        ContextFieldKind.Bundle => "a Bundle of FHIR resources",
        _ => "a FHIR resource",
    };

    private static string? ReadText(JsonElement parent, string name, string meaning, string prefix, List<Issue> issues)
    {
        if (parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        var missing = value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
        issues.Add(new(missing ? IssueCodes.Required : IssueCodes.Structure, $"{prefix}{name} must be a string: {meaning}.", prefix + name));
        return null;
    }
}
