using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Inputs;

/// <summary>Whether a Bundle that another server answered is all there is (FHIR R4, Search and Bundle): one page of several, or less than was found, is not.</summary>
internal static class BundlePage
{
    /// <summary>Why the Bundle is only a part of what was searched for; null when nothing says so.</summary>
    public static string? WhyPart(JsonElement bundle)
    {
        if (Link(bundle, "next") is not null) return "it has a link to a next page";
        if (Link(bundle, "previous") is not null || Link(bundle, "prev") is not null) return "it has a link to a page before it";
        if (MayLack(bundle)) return "its labels say that something was left out";
        if (FhirJson.Text(bundle, "type"u8) != "searchset") return null;
        return Total(bundle) is { } total ? total > Matches(bundle) ? "its total is greater than the number of its matches" : null : "its total cannot be read";
    }

    private static int Matches(JsonElement bundle)
    {
        var entries = FhirJson.Array(bundle, "entry"u8);
        return entries.ValueKind == JsonValueKind.Array ? entries.EnumerateArray().Count(IsMatch) : 0;
    }

    private static bool IsMatch(JsonElement entry)
        => FhirJson.Object(entry, "search"u8) is not { ValueKind: JsonValueKind.Object } search || FhirJson.Text(search, "mode"u8) is not ("include" or "outcome");

    /// <summary>Whether the server says that it has left something out (the label REDACTED) or may have (our own tag): absence then proves nothing.</summary>
    public static bool MayLack(JsonElement bundle)
    {
        var meta = FhirJson.Object(bundle, "meta"u8);
        return meta.ValueKind == JsonValueKind.Object
            && (Has(FhirJson.Array(meta, "security"u8), "REDACTED") || Has(FhirJson.Array(meta, "tag"u8), DisclosureTexts.MayBeWithheld));
    }

    private static bool Has(JsonElement codings, string code)
        => codings.ValueKind == JsonValueKind.Array
            && codings.EnumerateArray().Any(coding => coding.ValueKind == JsonValueKind.Object && FhirJson.Text(coding, "code"u8) == code);

    /// <summary>The address in the link with a relation; empty when it has none, null without such a link.</summary>
    public static string? Link(JsonElement bundle, string relation)
    {
        var links = FhirJson.Array(bundle, "link"u8);
        if (links.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var link in links.EnumerateArray())
        {
            if (link.ValueKind == JsonValueKind.Object && FhirJson.Text(link, "relation"u8) == relation)
            {
                return FhirJson.Text(link, "url"u8) ?? string.Empty;
            }
        }

        return null;
    }

    /// <summary>How many there are by the server's word; zero without it; null when it cannot be read.</summary>
    public static long? Total(JsonElement bundle)
        => !bundle.TryGetProperty("total"u8, out var total) ? 0
            : total.ValueKind == JsonValueKind.Number && total.TryGetInt64(out var count) ? count : null;
}
