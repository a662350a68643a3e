using System.Reflection;
using System.Text.Json;

namespace FhirNaltrexone.Server.Loading.Samples.Model;

/// <summary>Everything clinical the generator knows: <c>conformance/samples/model.json</c>, compiled in.</summary>
internal sealed record SampleModel(
    IReadOnlyList<int> LiverPanelMonths,
    SampleNames Names,
    IReadOnlyList<SampleOpioid> Opioids,
    IReadOnlyDictionary<string, SampleShare> Shares,
    IReadOnlyDictionary<string, SampleRange> Ranges,
    IReadOnlyDictionary<string, SampleNumber> Numbers,
    IReadOnlyDictionary<string, SampleWeights> Weights,
    IReadOnlyDictionary<string, SampleAnalyte> Analytes,
    IReadOnlyDictionary<string, SampleConcept> Concepts)
{
    private const string Name = "samples/model.json";

    /// <summary>Reads the model of this build.</summary>
    public static SampleModel Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Name)!;
        return JsonSerializer.Deserialize<SampleModel>(stream, JsonSerializerOptions.Web)!;
    }

    /// <summary>A number that is the same for everyone.</summary>
    public int Number(string name) => Numbers[name].Value;
}
