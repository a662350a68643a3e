using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Requests;

namespace FhirNaltrexone.Server.Security.Launch.Pages;

/// <summary>What of the store can be chosen. Reads as the service: nobody has signed in yet.</summary>
internal sealed class ChartChoices(IResourceStore store, SearchRequestReader searches, TimeProvider clock)
{
    private const string Most = "25";

    /// <summary>Patients by name.</summary>
    /// <param name="name">Begin of a name; empty for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<Choice>> PatientsAsync(string name, CancellationToken cancellationToken)
        => FindAsync("Patient", name.Length == 0 ? [("_sort", "family")] : [("name", name), ("_sort", "family")], cancellationToken);

    /// <summary>Who may use the app: practitioners, and the patient.</summary>
    /// <param name="patient">Id of the patient; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Choice>> UsersAsync(string? patient, CancellationToken cancellationToken)
    {
        var staff = await FindAsync("Practitioner", [("_sort", "family")], cancellationToken).ConfigureAwait(false);
        return patient is null ? staff : [.. staff, new($"Patient/{patient}", "The patient")];
    }

    /// <summary>Resources of a patient, the newest first.</summary>
    /// <param name="type">Encounter or MedicationRequest.</param>
    /// <param name="patient">Id of the patient.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<Choice>> RecordsAsync(string type, string patient, CancellationToken cancellationToken)
        => FindAsync(type, [("patient", $"Patient/{patient}"), ("_sort", "-_lastUpdated")], cancellationToken);

    /// <summary>Whether there is a resource: of a patient, if one is named.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="id">Its id.</param>
    /// <param name="patient">Id of the patient; null when it need not be anybody's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> ExistsAsync(string type, string id, string? patient, CancellationToken cancellationToken)
    {
        if (!ResourceKey.IsId(id)) return false;
        (string, string)[] query = patient is null ? [("_id", id)] : [("_id", id), ("patient", $"Patient/{patient}")];
        return (await FindAsync(type, query, cancellationToken).ConfigureAwait(false)).Count > 0;
    }

    private async Task<IReadOnlyList<Choice>> FindAsync(string type, (string Name, string Value)[] query, CancellationToken cancellationToken)
    {
        var pairs = query.Append((Name: "_count", Value: Most)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)).ToList();
        if (searches.Read(type, null, pairs, isStrict: true, clock.GetUtcNow()).Value is not { } request) return [];
        using var access = AccessContext.Enter(Caller.Service);
        var page = await store.SearchAsync(request.Query, cancellationToken).ConfigureAwait(false);
        return [.. page.Matches.Select(match => new Choice(match.Key.ToString(), Describe(match)))];
    }

    private static string Describe(ResourceVersion version)
    {
        using var json = JsonDocument.Parse(version.Json);
        var resource = json.RootElement;
        string?[] parts = version.Key.Type switch
        {
            "Patient" or "Practitioner" => [Name(resource), FhirJson.Text(resource, "birthDate"u8)],
            "Encounter" => [Within(resource, "period"u8, "start"u8), FhirJson.Text(resource, "status"u8)],
            _ => [FhirJson.Text(resource, "authoredOn"u8), FhirJson.Text(resource, "status"u8), Within(resource, "medicationCodeableConcept"u8, "text"u8)],
        };
        return string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)).Append(version.Key.Id));
    }

    private static string? Within(JsonElement resource, ReadOnlySpan<byte> member, ReadOnlySpan<byte> name)
        => FhirJson.Object(resource, member) is { ValueKind: JsonValueKind.Object } inner ? FhirJson.Text(inner, name) : null;

    private static string Name(JsonElement resource)
    {
        var names = FhirJson.Array(resource, "name"u8);
        if (names.ValueKind != JsonValueKind.Array || names.GetArrayLength() == 0) return string.Empty;
        var given = FhirJson.Array(names[0], "given"u8);
        var first = given.ValueKind == JsonValueKind.Array && given.GetArrayLength() > 0 ? given[0].GetString() : null;
        return $"{FhirJson.Text(names[0], "family"u8)} {first}".Trim();
    }
}
