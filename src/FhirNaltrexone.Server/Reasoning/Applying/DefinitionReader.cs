using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Knowledge.Libraries;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Reasoning.Applying;

/// <summary>
/// Finds definitions with all they lead to: nested plans, activities, questionnaires and libraries, those of the content before those that
/// clients have stored. What is missing or cannot be used is told before anything is applied.
/// </summary>
internal sealed class DefinitionReader(
    ContentSet content, IResourceStore store, SearchRequestReader searches, StoredLibraries libraries, TimeProvider clock, IOptions<ReasoningOptions> options)
{
    private const int MaxIssues = 50;

    private static readonly string[] Types = ["PlanDefinition", "ActivityDefinition", "Questionnaire"];

    /// <summary>Finds the definition a call is about.</summary>
    /// <param name="type">PlanDefinition or ActivityDefinition.</param>
    /// <param name="id">Id in the address, or null.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Result<DefinitionClosure>> ReadAsync(string type, string? id, ApplyCall call, CancellationToken cancellationToken)
    {
        var (root, refusal) = await RootAsync(type, id, call, cancellationToken).ConfigureAwait(false);
        return refusal is not null ? refusal : await CloseAsync(root!.Value, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<(JsonElement? Root, Refusal? Refusal)> RootAsync(string type, string? id, ApplyCall call, CancellationToken cancellationToken)
    {
        if (call.Definition is { } given) return (given, null);
        if (call.Canonical is { } canonical)
        {
            return await FindAsync(type, canonical, cancellationToken).ConfigureAwait(false) is { } named
                ? (named, null)
                : (null, new(404, IssueCodes.NotFound, $"There is no {type} with this canonical URL (and version).", "canonical"));
        }

        var stored = await store.ReadAsync(new(type, id!), cancellationToken).ConfigureAwait(false);
        if (stored is { IsDeleted: false }) return (JsonElement.Parse(stored.Json.Span), null);
        if (stored is not null) return (null, new(410, IssueCodes.Deleted, $"The {type} was deleted."));

        // The content may not have been published into the store yet.
        var own = content.All(type).FirstOrDefault(definition => FhirJson.Text(definition, "id"u8) == id);
        return own.ValueKind == JsonValueKind.Object ? (own, null) : (null, new(404, IssueCodes.NotFound, $"There is no {type} with this id."));
    }

    private async ValueTask<Result<DefinitionClosure>> CloseAsync(JsonElement root, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        List<Issue> issues = [];
        var open = new Queue<JsonElement>([root]);
        while (open.TryDequeue(out var definition))
        {
            wanted.UnionWith(Canonicals.Libraries(definition));
            foreach (var canonical in Canonicals.Definitions(definition))
            {
                if (found.ContainsKey(canonical)) continue;
                if (found.Count >= options.Value.MaxDefinitions)
                    return new Refusal(422, IssueCodes.TooCostly, $"The definition leads to more than {options.Value.MaxDefinitions} others.");
                var next = await AnyAsync(canonical, cancellationToken).ConfigureAwait(false);
                found[canonical] = next ?? default;
                if (next is { } there) open.Enqueue(there);
                else Add(issues, $"{Shown(canonical)} is no PlanDefinition, ActivityDefinition or Questionnaire that is here.");
            }
        }

        var usable = await libraries.ReadAsync([.. wanted.Where(canonical => content.Libraries.Find(canonical) is null)], LibraryAsync, issues, cancellationToken)
            .ConfigureAwait(false);
        if (issues.Count > 0) return new Refusal(422, issues);
        KnowledgeLibrary? Library(string canonical) => content.Libraries.Find(canonical) ?? usable?.Find(canonical);
        List<KnowledgeLibrary> all = [.. wanted.Select(Library).OfType<KnowledgeLibrary>()];
        return new DefinitionClosure(
            root,
            (type, canonical) => found.TryGetValue(canonical, out var there) && FhirJson.TypeOf(there) == type ? there : null,
            Library,
            [.. all.Select(library => library.Needs), PatientOnly],
            [.. all.SelectMany(content.HooksOf).Distinct()]);
    }

    private static DataNeeds PatientOnly { get; } = new([new("patient", "Patient", "Patient/{{context.patientId}}", [])], []);

    private static void Add(List<Issue> issues, string text)
    {
        if (issues.Count < MaxIssues) issues.Add(new(IssueCodes.NotFound, text));
    }

    private static string Shown(string canonical) => canonical.Length > 200 ? canonical[..200] : canonical;

    private async ValueTask<JsonElement?> AnyAsync(string canonical, CancellationToken cancellationToken)
    {
        foreach (var type in Types)
        {
            if (content.Find(type, canonical) is { } own) return own;
        }

        foreach (var type in Types)
        {
            if (await StoredAsync(type, canonical, cancellationToken).ConfigureAwait(false) is { } stored) return stored;
        }

        return null;
    }

    private async ValueTask<JsonElement?> FindAsync(string type, string canonical, CancellationToken cancellationToken)
        => content.Find(type, canonical) ?? await StoredAsync(type, canonical, cancellationToken).ConfigureAwait(false);

    private ValueTask<JsonElement?> LibraryAsync(string canonical, CancellationToken cancellationToken) => StoredAsync("Library", canonical, cancellationToken);

    /// <summary>The stored definition of a canonical; of several without version the one stored last.</summary>
    private async ValueTask<JsonElement?> StoredAsync(string type, string canonical, CancellationToken cancellationToken)
    {
        var parts = canonical.Split('#')[0].Split('|', 2);
        var criteria = $"url={Uri.EscapeDataString(parts[0])}{(parts.Length > 1 ? $"&version={Uri.EscapeDataString(parts[1])}" : "")}";
        if (parts[0].Length == 0 || !searches.TryReadCriteria(type, criteria, clock.GetUtcNow(), out var query, out _, out _)) return null;
        var page = await store.SearchAsync(query, cancellationToken).ConfigureAwait(false);
        return page.Matches is [var match, ..] ? JsonElement.Parse(match.Json.Span) : null;
    }
}
