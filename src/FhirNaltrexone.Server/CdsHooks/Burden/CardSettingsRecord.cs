using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Content;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>
/// Records card settings as AuditEvent when they differ from those recorded last; where nothing was ever recorded, from the defaults. A site that
/// cannot record what it switches off does not start; see <see cref="DefaultsRecord"/> for the way back.
/// </summary>
internal sealed class CardSettingsRecord(
    IResourceStore store, IServiceProvider services, IOptions<CardOptions> options, TimeProvider time, ILogger<CardSettingsRecord> logger)
{
    private const string Type = "AuditEvent";
    private const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";
    private const string Actor = "FhirNaltrexone";

    /// <summary>Compares and records.</summary>
    /// <exception cref="ServerException">The record was refused.</exception>
    public async Task UpdateAsync(CancellationToken cancellationToken)
    {
        using var access = AccessContext.Enter(Caller.Service);
        var settings = CardSettings.Of(options.Value);
        var last = await LastAsync(cancellationToken).ConfigureAwait(false);
        if (settings.SequenceEqual(last is null ? CardSettings.Of(new CardOptions()) : Recorded(last)))
        {
            return;
        }

        // Named by what it follows: of replicas that start together one records, and the others find it there.
        var id = StableId.Of(last?.Key.Id, string.Join('\n', settings)).ToString();
        var reader = services.GetRequiredService<ContentReader>();
        var content = reader.FromJson(Encoding.UTF8.GetBytes(Event(id, settings).ToJsonString())).Content!;
        var result = await Interactions(reader)
            .UpdateAsync(new(Type, id), content, new WriteConditions { IfNoneMatch = "*" }, cancellationToken).ConfigureAwait(false);
        if (result.Refusal is { Status: not StatusCodes.Status412PreconditionFailed } refusal)
        {
            throw new ServerException(ServerErrorCode.NotRecorded, $"The card settings could not be recorded: {refusal.Issues[0].Text}");
        }

        logger.CardSettingsRecorded(id);
    }

    private async Task<ResourceVersion?> LastAsync(CancellationToken cancellationToken)
    {
        var subtype = new TokenTest([new(ServiceTopics.CardSettingsChanged.Code, ServiceTopics.System)]);
        var query = new SearchQuery { Types = [Type], Filter = new HasEntry([ParameterKey.Of(Type, "subtype")], subtype), Count = 1 };
        return (await store.SearchAsync(query, cancellationToken).ConfigureAwait(false)).Matches is [var last, ..] ? last : null;
    }

    private static IEnumerable<(string Name, string Value)> Recorded(ResourceVersion record)
    {
        var details = JsonNode.Parse(record.Json.Span)?["entity"]?[0]?["detail"] as JsonArray ?? [];
        return details.Select(detail => ((string?)detail?["type"] ?? string.Empty, (string?)detail?["valueString"] ?? string.Empty));
    }

    /// <summary>Interactions without what a site demands of clients.</summary>
    private ResourceInteractions Interactions(ContentReader reader) => new(
        store,
        services.GetRequiredService<IndexExtractor>().Extract,
        services.GetRequiredService<SearchRequestReader>().TryReadCriteria,
        reader,
        time,
        new InteractionOptions());

    private JsonObject Event(string id, IReadOnlyList<(string Name, string Value)> settings) => new()
    {
        ["resourceType"] = Type,
        ["id"] = id,
        ["type"] = Coding(Dicom, "110100", "Application Activity"),
        ["subtype"] = new JsonArray(
            Coding(ServiceTopics.System, ServiceTopics.CardSettingsChanged.Code, ServiceTopics.CardSettingsChanged.Display!)),
        ["action"] = "U",
        ["recorded"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["outcome"] = "0",
        ["agent"] = new JsonArray(new JsonObject { ["who"] = new JsonObject { ["display"] = Actor }, ["requestor"] = false }),
        ["source"] = new JsonObject { ["observer"] = new JsonObject { ["display"] = Actor } },
        ["entity"] = new JsonArray(new JsonObject
        {
            ["name"] = "Card settings",
            ["detail"] = new JsonArray(
                [.. settings.Select(setting => new JsonObject { ["type"] = setting.Name, ["valueString"] = setting.Value })]),
        }),
    };

    private static JsonObject Coding(string system, string code, string display)
        => new() { ["system"] = system, ["code"] = code, ["display"] = display };
}
