using System.Text.Json;

namespace FhirNaltrexone.Validation.Terminology.ConceptMaps;

/// <summary>What a group of a concept map says of codes it has no mapping for (FHIR R4, ConceptMap.group.unmapped).</summary>
/// <param name="group">The group.</param>
internal sealed class UnmappedRule(JsonElement group)
{
    private readonly JsonElement _rule = group.Member("unmapped") ?? default;

    public string? Source => group.Text("source");

    public string? Target => group.Text("target");

    /// <summary>Another map to ask; null for none.</summary>
    public string? OtherMap => _rule.Text("mode") == "other-map" ? _rule.Text("url") : null;

    /// <summary>The code to take instead; null for none.</summary>
    public MappedCode? Replace(CodeQuestion code) => _rule.Text("mode") switch
    {
        "provided" => new(Target ?? code.System, code.Code, code.Display),
        "fixed" when _rule.Text("code") is { } instead => new(Target, instead, _rule.Text("display")),
        _ => null,
    };
}
