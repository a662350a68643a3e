using System.Text.Json;

namespace FhirNaltrexone.Validation.Terminology.CodeSystems;

/// <summary>A concept of a code system. Complete once its system is built; never changed afterwards.</summary>
/// <param name="code">Code, as the system writes it.</param>
/// <param name="display">Display; null for none.</param>
/// <param name="source">The concept as the resource has it; Undefined when it comes from elsewhere.</param>
internal sealed class Concept(string code, string? display, JsonElement source = default)
{
    private static readonly string[] OutOfUse = ["retired", "inactive"];

    private List<Concept>? _parents;
    private List<Concept>? _children;

    public string Code => code;

    public string? Display => display;

    public JsonElement Source => source;

    public IReadOnlyList<Concept> Parents => _parents ?? [];

    public IReadOnlyList<Concept> Children => _children ?? [];

    /// <summary>Whether it only groups others (FHIR R4, concept properties: <c>notSelectable</c>; older content calls it <c>abstract</c>).</summary>
    public bool IsAbstract { get; } = Has(source, "notSelectable", "true") || Has(source, "abstract", "true");

    /// <summary>Whether it is out of use. A deprecated concept is not: its use is discouraged only.</summary>
    public bool IsInactive { get; } = Has(source, "inactive", "true") || Array.Exists(OutOfUse, status => Has(source, "status", status));

    /// <summary>The values of a property as text, those of the hierarchy and the concept itself included.</summary>
    public IEnumerable<string> Values(string property) => property switch
    {
        "concept" or "code" => [code],
        "display" => display is null ? [] : [display],
        "definition" => source.Text("definition") is { } definition ? [definition] : [],
        "parent" => Parents.Select(parent => parent.Code),
        "child" => Children.Select(child => child.Code),
        "inactive" => [IsInactive ? "true" : "false"],
        "notSelectable" or "abstract" => [IsAbstract ? "true" : "false"],
        _ => Properties(source).Where(one => one.Code == property).Select(one => one.Value),
    };

    /// <summary>All displays: the main one and the designations.</summary>
    public IEnumerable<string> Displays()
        => source.Items("designation").Select(one => one.Text("value")).Prepend(display).OfType<string>();

    /// <summary>Puts it below another; once for each pair.</summary>
    public void Under(Concept parent)
    {
        (parent._children ??= []).Add(this);
        (_parents ??= []).Add(parent);
    }

    private static bool Has(JsonElement source, string property, string value)
        => source.ValueKind == JsonValueKind.Object && Properties(source).Any(one => one.Code == property && one.Value == value);

    private static IEnumerable<(string Code, string Value)> Properties(JsonElement source)
    {
        foreach (var property in source.Items("property"))
        {
            if (property.Text("code") is { } code && property.Choice("value") is { } value)
                yield return (code, AsText(value.Value));
        }
    }

    private static string AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.Text("code") ?? "",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
