using System.Text.Json;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Extensions;

/// <summary>What the definition of an extension says of where it may stand. Compiled once, immutable.</summary>
internal sealed class ExtensionDefinition
{
    private readonly HashSet<string> _parts;

    /// <summary>Reads a StructureDefinition of an extension.</summary>
    /// <param name="definition">The StructureDefinition.</param>
    /// <param name="elements">Elements of its snapshot.</param>
    public ExtensionDefinition(JsonElement definition, IReadOnlyList<JsonElement> elements)
    {
        Contexts = [.. definition.Items("context").Select(ExtensionContext.Read)];
        Invariants = [.. definition.Texts("contextInvariant").Select(Parse).OfType<FhirPathExpression>()];
        IsModifier = elements.Count > 0 && elements[0].Flag("isModifier") == true;
        _parts = [.. elements.Where(element => element.Text("path")?.EndsWith(".extension.url", StringComparison.Ordinal) == true)
            .Select(element => element.Text("fixedUri")).OfType<string>()];
    }

    /// <summary>Where it may stand; empty when its definition does not say.</summary>
    public IReadOnlyList<ExtensionContext> Contexts { get; }

    /// <summary>What must be true of the element it stands on.</summary>
    public IReadOnlyList<FhirPathExpression> Invariants { get; }

    /// <summary>Whether it changes the meaning of what it stands on.</summary>
    public bool IsModifier { get; }

    /// <summary>Whether the extension consists of parts, one of which has a URL.</summary>
    /// <param name="url">A relative URL.</param>
    public bool HasPart(string url) => _parts.Contains(url);

    private static FhirPathExpression? Parse(string text) => FhirPathExpression.TryParse(text, null, out var expression, out _) ? expression : null;
}
