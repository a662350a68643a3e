namespace FhirNaltrexone.Server.CdsHooks.Intake;

/// <summary>A field a hook requires in its context.</summary>
/// <param name="Name">Member name.</param>
/// <param name="Kind">Its shape.</param>
internal sealed record ContextField(string Name, ContextFieldKind Kind);
