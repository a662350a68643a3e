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
    JsonElement Root, JsonElement Context, string Hook, string HookInstance, PatientId Patient, JsonElement Prefetch);
