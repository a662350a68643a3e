using System.Text.Json;

namespace FhirNaltrexone.Cql.Data;

/// <summary>Whether a coded element of any shape (CodeableConcept, Coding, code, or a list of them) has a code of a set.</summary>
internal static class CodeFilter
{
    public static bool Matches(JsonElement coded, CodeSet codes) => coded.ValueKind switch
    {
        JsonValueKind.Object => MatchesObject(coded, codes),
        JsonValueKind.Array => MatchesAny(coded, codes),
        JsonValueKind.String => codes.ContainsCode(coded),
        _ => false,
    };

    /// <summary>An object is a CodeableConcept when it has codings, else a Coding.</summary>
    private static bool MatchesObject(JsonElement coded, CodeSet codes) =>
        Json.TryGet(coded, "coding"u8, out var codings) ? Matches(codings, codes) : codes.Contains(coded);

    private static bool MatchesAny(JsonElement coded, CodeSet codes)
    {
        foreach (var each in coded.EnumerateArray())
        {
            if (each.ValueKind != JsonValueKind.Array && Matches(each, codes)) return true;
        }

        return false;
    }
}
