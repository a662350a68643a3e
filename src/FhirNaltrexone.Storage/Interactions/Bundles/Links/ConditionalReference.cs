using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Interactions.Bundles.Links;

/// <summary>A reference that names its target by criteria: <c>Patient?identifier=…</c> (FHIR R4, http, conditional references).</summary>
internal static class ConditionalReference
{
    /// <summary>Type that a reference searches; null when it is no conditional reference.</summary>
    /// <param name="reference">Reference.reference.</param>
    public static string? TypeOf(string reference)
    {
        var mark = reference.IndexOf('?', StringComparison.Ordinal);
        return mark > 0 && ResourceTypes.Contains(reference[..mark]) ? reference[..mark] : null;
    }

    /// <summary>Whether a resource has one.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="json">The resource.</param>
    public static bool IsIn(string type, ReadOnlySpan<byte> json)
    {
        // Most resources have no question mark at all.
        if (!json.Contains((byte)'?') && json.IndexOf("\\u003"u8) < 0) return false;
        foreach (var site in LinkScan.Find(type, json))
        {
            if (site.Kind == LinkKind.Reference && TypeOf(site.Text) is not null) return true;
        }

        return false;
    }
}
