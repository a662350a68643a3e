using System.Collections.Frozen;

namespace FhirNaltrexone.Server.CdsHooks.Intake;

/// <summary>What each hook requires in its context (the hook pages of the CDS Hooks library). Optional fields are not listed: they are never refused.</summary>
internal static class HookContexts
{
    private static readonly ContextField User = new("userId", ContextFieldKind.Text);
    private static readonly ContextField Patient = new("patientId", ContextFieldKind.Text);
    private static readonly ContextField Encounter = new("encounterId", ContextFieldKind.Text);
    private static readonly ContextField Drafts = new("draftOrders", ContextFieldKind.Bundle);
    private static readonly ContextField Medications = new("medications", ContextFieldKind.Bundle);

    private static readonly FrozenDictionary<string, ContextField[]> Required = new Dictionary<string, ContextField[]>(StringComparer.Ordinal)
    {
        ["patient-view"] = [User, Patient],
        ["order-select"] = [User, Patient, new("selections", ContextFieldKind.TextList), Drafts],
        ["order-sign"] = [User, Patient, Drafts],
        ["order-review"] = [User, Patient, new("orders", ContextFieldKind.Bundle)],
        ["order-dispatch"] = [Patient, new("dispatchedOrders", ContextFieldKind.TextList), new("performer", ContextFieldKind.Text)],
        ["medication-prescribe"] = [User, Patient, Medications],
        ["medication-refill"] = [Patient, Medications],
        ["encounter-start"] = [User, Patient, Encounter],
        ["encounter-discharge"] = [User, Patient, Encounter],
        ["appointment-book"] = [User, Patient, new("appointments", ContextFieldKind.Bundle)],
        ["allergyintolerance-create"] = [User, Patient, new("allergyIntolerance", ContextFieldKind.Resource)],
        ["problem-list-item-create"] = [User, Patient, new("conditions", ContextFieldKind.Bundle)],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Hooks of the library.</summary>
    public static IEnumerable<string> Known => Required.Keys;

    /// <summary>Fields required by a hook; a hook of the site's own needs the patient only.</summary>
    public static IReadOnlyList<ContextField> For(string hook) => Required.GetValueOrDefault(hook, [Patient]);

    /// <summary>Whether the hook is about something being ordered or booked, so that a call without it has no subject.</summary>
    public static bool IsAboutDrafts(string hook) => For(hook).Any(field => field.Kind is ContextFieldKind.Bundle or ContextFieldKind.Resource);
}
