namespace FhirNaltrexone.Storage.Interactions.Labels;

/// <summary>A coding of the service's own in the meta of what is stored.</summary>
/// <param name="List">Where it stands: <c>security</c> or <c>tag</c>.</param>
/// <param name="System">Code system.</param>
/// <param name="Code">Code.</param>
/// <param name="Json">The whole Coding as UTF-8 JSON, always the same for the same label.</param>
public sealed record MetaLabel(string List, string System, string Code, ReadOnlyMemory<byte> Json);
