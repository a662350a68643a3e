using FhirNaltrexone.Server.Inputs;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Loading.Work;

/// <summary>Reads and checks an item as the FHIR interface would. Safe for several threads.</summary>
/// <param name="reader">Reads content.</param>
/// <param name="updates">Makes resources ready.</param>
internal sealed class ItemPreparation(ContentReader reader, GroupUpdates updates)
{
    /// <summary>Makes an item ready.</summary>
    public LoadStep Prepare(InputItem item) => new(item.Ordinal, item.Position, [.. Pieces(item)]);

    private IEnumerable<LoadPiece> Pieces(InputItem item)
    {
        if (item.Defect is { } defect) return [Refused(item.Place, null, [defect])];

        var reading = item.IsXml ? reader.FromXml(item.Content) : reader.FromJson(item.Content);
        if (reading.Content is not { } content) return [Refused(item.Place, null, reading.Issues)];
        return content.Type == "Bundle" ? Bundle(item.Place, content) : [Resource(item.Place, content)];
    }

    private LoadPiece Resource(string place, ResourceContent content)
        => updates.TryPrepare(content, out var update, out var refusal)
            ? new LoadPiece { Place = place, Type = content.Type, Update = update }
            : Refused(place, content.Type, refusal.Issues);

    private IEnumerable<LoadPiece> Bundle(string place, ResourceContent bundle)
        => (bundle.Root.TryGetProperty("type", out var type) ? type.GetString() : null) switch
        {
            "transaction" or "batch" => [new LoadPiece { Place = place, Type = bundle.Type, Bundle = StableIds.Give(bundle) }],
            "collection" or "searchset" => Entries(place, bundle),
            "document" or "message" => [Resource(place, bundle)],
            var other => [Refused(place, bundle.Type, [new(IssueCodes.NotSupported, $"A bundle of type {other} cannot be loaded.", "Bundle.type")])],
        };

    private IEnumerable<LoadPiece> Entries(string place, ResourceContent bundle)
        => bundle.Root.TryGetProperty("entry", out var entries)
            ? entries.EnumerateArray().SelectMany((entry, index) => Pieces(BundleEntries.Item(place, index, entry)))
            : [];

    private static LoadPiece Refused(string place, string? type, IReadOnlyList<Issue> issues) => new() { Place = place, Type = type, Issues = issues };
}
