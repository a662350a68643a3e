namespace FhirNaltrexone.Server.Tests.Hostile.Fhir.Cases;

/// <summary>Makes long texts.</summary>
internal static class Repeat
{
    /// <summary>A text so many times.</summary>
    public static string Times(this string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    /// <summary>A core within so many brackets.</summary>
    public static string Nest(string open, string close, int depth, string core = "") => open.Times(depth) + core + close.Times(depth);

    /// <summary>Texts made of numbers, with commas between them.</summary>
    public static string List(int count, Func<int, string> make) => string.Join(',', Enumerable.Range(0, count).Select(make));
}
