using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Audit;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Validation.Model;
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
        var now = time.Now();
        var json = Encoding.UTF8.GetBytes(Event(id, now, settings).ToJsonString());
        try
        {
            await store.WriteAsync((unit, token) => StoreAsync(unit, new(Type, id), now, json, token), cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException failure)
        {
            throw new ServerException(ServerErrorCode.NotRecorded, $"The card settings could not be recorded: {failure.Message}");
        }

        logger.CardSettingsRecorded(id);
    }

    /// <summary>Stored as content of the service and linked to the chain, as all its records are.</summary>
    private async ValueTask<Decision<int>> StoreAsync(IUnitOfWork unit, ResourceKey key, DateTimeOffset now, byte[] json, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(json);
        await unit.SerializeAsync([key.Id], cancellationToken).ConfigureAwait(false);
        if ((await unit.LockAsync([key], cancellationToken).ConfigureAwait(false)).ContainsKey(key)) return Decision.Rollback(0);
        var written = await unit.WriteAsync(
            [
                new()
                {
                    Key = key,
                    Version = 1,
                    LastUpdated = now,
                    Change = ResourceChange.Publish,
                    Json = json,
                    Index = services.GetRequiredService<IndexExtractor>().Extract(Type, document.RootElement),
                },
            ],
            cancellationToken).ConfigureAwait(false);
        await unit.ChainAsync(written, services.GetRequiredService<AuditSeal>(), cancellationToken).ConfigureAwait(false);
        return Decision.Commit(written.Count);
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

    private static JsonObject Event(string id, DateTimeOffset now, IReadOnlyList<(string Name, string Value)> settings) => new()
    {
        ["resourceType"] = Type,
        ["id"] = id,
        ["meta"] = new JsonObject { ["versionId"] = "1", ["lastUpdated"] = FhirInstant.Write(now) },
        ["type"] = Coding(Systems.Dicom, "110100", "Application Activity"),
        ["subtype"] = new JsonArray(
            Coding(ServiceTopics.System, ServiceTopics.CardSettingsChanged.Code, ServiceTopics.CardSettingsChanged.Display!)),
        ["action"] = "U",
        ["recorded"] = FhirInstant.Write(now),
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
