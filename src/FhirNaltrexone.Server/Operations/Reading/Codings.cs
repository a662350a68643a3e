using System.Text.Json;

namespace FhirNaltrexone.Server.Operations.Reading;

/// <summary>Codings as keys.</summary>
internal static class Codings
{
    /// <summary>System and code: <c>http://loinc.org|1742-6</c>. Two codings with the same key mean the same.</summary>
    /// <param name="coding">A Coding of a stored resource.</param>
    public static string Key(JsonElement coding) => $"{Text(coding, "system")}|{Text(coding, "code")}";

    /// <summary>A string of a stored resource; empty when it is missing.</summary>
    public static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? string.Empty : string.Empty;
}
