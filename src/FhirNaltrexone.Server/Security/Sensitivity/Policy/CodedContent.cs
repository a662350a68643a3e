using System.Text.Json;

namespace FhirNaltrexone.Server.Security.Sensitivity.Policy;

/// <summary>All codes of a resource, wherever they stand, contained resources and entries included, and the texts beside them.</summary>
/// <param name="Codes">Codes with their systems, aliases resolved.</param>
/// <param name="Texts">Texts and displays, notes included.</param>
/// <param name="Names">Those of them that stand with a code and name what it means.</param>
internal sealed record CodedContent(
    IReadOnlyCollection<(string System, string Code)> Codes, IReadOnlyCollection<string> Texts, IReadOnlyCollection<string> Names)
{
    /// <summary>Reads a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="aliases">Other names of code systems.</param>
    public static CodedContent Of(JsonElement resource, IReadOnlyDictionary<string, string> aliases)
    {
        var (codes, texts, names) = (new HashSet<(string, string)>(), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        Walk(resource);
        return new(codes, texts, names);

        void Walk(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray()) Walk(item);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                var isCoding = Text(element, "system") is { } system && Text(element, "code") is { } code && Add(system, code);
                if (Text(element, "text") is { } text) Name(text, element.TryGetProperty("coding", out _));
                if (Text(element, "display") is { } display) Name(display, isCoding);

                // Labels in meta say how the resource is protected, not what it is about.
                foreach (var member in element.EnumerateObject().Where(member => member.Name != "meta")) Walk(member.Value);
            }
        }

        bool Add(string system, string code)
        {
            codes.Add((aliases.GetValueOrDefault(system, system), code));
            return true;
        }

        void Name(string text, bool isOfCode)
        {
            texts.Add(text);
            if (isOfCode) names.Add(text);
        }
    }

    /// <summary>What two resources say that belong together.</summary>
    public CodedContent With(CodedContent other) => new([.. Codes, .. other.Codes], [.. Texts, .. other.Texts], [.. Names, .. other.Names]);

    private static string? Text(JsonElement element, string member)
        => element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
