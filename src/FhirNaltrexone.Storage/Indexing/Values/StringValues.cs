using System.Text.Json;
using FhirNaltrexone.Storage.Indexing.Paths;

namespace FhirNaltrexone.Storage.Indexing.Values;

/// <summary>Strings. Names and addresses are found by each of their parts; a double family name also by its later parts.</summary>
internal static class StringValues
{
    private const string HumanName = "HumanName";

    private static readonly char[] Joints = [' ', '-'];

    public static ValueRule? Rule(string type) => type switch
    {
        "string" or "markdown" or "code" or "id" or "uri" or "url" or "canonical" => Plain,
        HumanName => Name,
        "Address" => Address,
        "CodeableConcept" => Concept,
        "Coding" => static (extraction, value, _) => extraction.String(value.Text("display"u8)),
        "ContactPoint" => static (extraction, value, _) => extraction.String(value.Text("value"u8)),
        "Annotation" => static (extraction, value, _) => extraction.String(value.Text("text"u8)),
        _ => null,
    };

    private static void Plain(Extraction extraction, JsonElement value, PathBranch branch)
    {
        var text = value.SafeText();
        if (branch.IsFamily) Family(extraction, text);
        else extraction.String(text);
    }

    private static void Name(Extraction extraction, JsonElement value, PathBranch branch)
    {
        Family(extraction, value.Text("family"u8));
        Each(extraction, value, "given"u8);
        Each(extraction, value, "prefix"u8);
        Each(extraction, value, "suffix"u8);
        extraction.String(value.Text("text"u8));
    }

    private static void Address(Extraction extraction, JsonElement value, PathBranch branch)
    {
        Each(extraction, value, "line"u8);
        extraction.String(value.Text("city"u8));
        extraction.String(value.Text("district"u8));
        extraction.String(value.Text("state"u8));
        extraction.String(value.Text("postalCode"u8));
        extraction.String(value.Text("country"u8));
        extraction.String(value.Text("text"u8));
    }

    private static void Concept(Extraction extraction, JsonElement value, PathBranch branch)
    {
        extraction.String(value.Text("text"u8));
        foreach (var coding in value.Items("coding"u8)) extraction.String(coding.Text("display"u8));
    }

    private static void Family(Extraction extraction, string? family)
    {
        extraction.String(family);
        if (family is null || family.Length > IndexText.StringLength) return;
        for (var at = family.IndexOfAny(Joints); at >= 0; at = family.IndexOfAny(Joints, at + 1))
        {
            if (at > 0 && at + 1 < family.Length) extraction.Part(family[(at + 1)..], family);
        }
    }

    private static void Each(Extraction extraction, JsonElement value, ReadOnlySpan<byte> name)
    {
        foreach (var item in value.Items(name)) extraction.String(item.SafeText());
    }
}
