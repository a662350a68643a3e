using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Questionnaires;

/// <summary>
/// What answers are worth by the options of their form. What a client writes beside its answer does not count: it could be another worth. Where two
/// options with the same code are worth different things, nothing is known.
/// </summary>
/// <param name="form">The form.</param>
internal sealed class Weights(Form form)
{
    private static readonly string[] Extensions = ["http://hl7.org/fhir/StructureDefinition/ordinalValue", "http://hl7.org/fhir/StructureDefinition/itemWeight"];

    private readonly Lazy<Dictionary<(string?, string), decimal?>> _byCode = new(() => Read(form));

    /// <summary>What an answer is worth, or its Coding.</summary>
    public decimal? Of(FhirElement element)
    {
        var coding = element.Type.Name == "Coding" ? element.Value : element.Value.Member("valueCoding") ?? default;
        return coding.Text("code") is { } code ? _byCode.Value.GetValueOrDefault((coding.Text("system"), code)) : null;
    }

    private static Dictionary<(string?, string), decimal?> Read(Form form)
    {
        var weights = new Dictionary<(string?, string), decimal?>();
        foreach (var option in form.All.SelectMany(item => item.Source.Items("answerOption")))
        {
            if (option.Member("valueCoding") is not { } coding || coding.Text("code") is not { } code || (WeightOf(coding) ?? WeightOf(option)) is not { } weight) continue;
            var key = (coding.Text("system"), code);
            weights[key] = weights.TryGetValue(key, out var known) && known != weight ? null : weight;
        }

        return weights;
    }

    private static decimal? WeightOf(JsonElement holder)
        => holder.Items("extension").Where(extension => Extensions.Contains(extension.Text("url"))).Select(extension => extension.Choice("value"))
            .FirstOrDefault(value => value is { Value.ValueKind: JsonValueKind.Number }) is { } found && found.Value.TryGetDecimal(out var weight)
            ? weight
            : null;
}
