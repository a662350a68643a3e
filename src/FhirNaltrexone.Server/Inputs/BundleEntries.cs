using System.Runtime.InteropServices;
using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Inputs;

/// <summary>Takes resources out of the entries of a collection.</summary>
internal static class BundleEntries
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = BundleScanner.MaxDepth };

    /// <summary>The resource of an entry.</summary>
    /// <param name="bundle">What the bundle is called in messages.</param>
    /// <param name="index">Number of the entry, from 0 as in FHIRPath.</param>
    /// <param name="entry">The entry; null when it is too long.</param>
    public static InputItem Item(string bundle, int index, byte[]? entry)
    {
        if (entry is null) return New(bundle, index) with { Defect = new Issue(IssueCodes.TooLong, "The entry is too long.") };

        using var document = JsonDocument.Parse(entry, Options);
        return Item(bundle, index, document.RootElement);
    }

    /// <summary>The resource of an entry.</summary>
    /// <param name="bundle">What the bundle is called in messages.</param>
    /// <param name="index">Number of the entry, from 0 as in FHIRPath.</param>
    /// <param name="entry">The entry.</param>
    public static InputItem Item(string bundle, int index, JsonElement entry)
        => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("resource", out var resource)
            ? New(bundle, index) with { Content = JsonMarshal.GetRawUtf8Value(resource).ToArray() }
            : New(bundle, index) with { Defect = new Issue(IssueCodes.Required, "The entry has no resource.") };

    private static InputItem New(string bundle, int index) => new() { Place = $"{bundle} Bundle.entry[{index}]", Ordinal = 0, Position = 0 };
}
