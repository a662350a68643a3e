using System.Text.Json;

namespace FhirNaltrexone.Server.CdsHooks.Intake;

/// <summary>The checked envelope of a hook call; resources are still raw JSON.</summary>
/// <param name="Root">The whole request.</param>
/// <param name="Context">Its context.</param>
/// <param name="Hook">One of the hooks of the service.</param>
/// <param name="HookInstance">Identifies the call.</param>
/// <param name="Patient">Whom it is about.</param>
/// <param name="Prefetch">The prefetch object; undefined when there is none.</param>
internal sealed record HookRequest(
    JsonElement Root, JsonElement Context, string Hook, string HookInstance, PatientId Patient, JsonElement Prefetch)
{
    /// <summary>Base URL of the FHIR server the call names; null for none.</summary>
    public string? FhirServer => Text(Root, "fhirServer"u8);

    /// <summary>Who works at the EHR, as a reference there; null for none.</summary>
    public string? User => Text(Context, "userId"u8);

    private static string? Text(JsonElement parent, ReadOnlySpan<byte> name)
        => parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
