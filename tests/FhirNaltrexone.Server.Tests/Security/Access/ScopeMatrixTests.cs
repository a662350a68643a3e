using System.Net;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Tests.Security.Access;

/// <summary>
/// Each interaction on each kind of type under each kind of scope, against a table written down here from SMART App Launch 2.2 (scopes) and the
/// decisions in docs/decisions/0010: which letters an interaction needs, and whose types a context reaches.
/// </summary>
public sealed class ScopeMatrixTests
{
    private const string Own = "mine";

    // Letters each interaction needs. "whole" interactions list other people's versions and deletions too.
    private static readonly (string Action, string Letters, bool IsWhole)[] Actions =
    [
        ("read", "r", false), ("vread", "r", false), ("history", "r", false),
        ("search", "s", false), ("search by POST", "s", false), ("search of the system", "s", false), ("history of the type", "s", true),
        ("create", "c", false), ("create in a batch", "c", false), ("create in a transaction", "c", false), ("conditional create", "cs", false),
        ("update", "u", false), ("patch", "u", false), ("conditional update", "us", false),
        ("delete", "d", false), ("delete in a transaction", "d", false), ("conditional delete", "ds", false),
    ];

    // Resources in the compartment of the patient, shared ones that belong to nobody, and one that is neither.
    private static readonly (string Type, string Kind, string Body)[] Types =
    [
        ("Patient", "compartment", "\"name\":[{\"family\":\"Doe\"}]"),
        ("Observation", "compartment", "\"status\":\"final\",\"code\":{\"text\":\"x\"},\"subject\":{\"reference\":\"Patient/mine\"}"),
        ("Condition", "compartment", "\"subject\":{\"reference\":\"Patient/mine\"}"),
        ("MedicationRequest", "compartment", "\"status\":\"active\",\"intent\":\"order\",\"medicationCodeableConcept\":{\"text\":\"x\"},\"subject\":{\"reference\":\"Patient/mine\"}"),
        ("Encounter", "compartment", "\"status\":\"planned\",\"class\":{\"code\":\"AMB\"},\"subject\":{\"reference\":\"Patient/mine\"}"),
        ("CarePlan", "compartment", "\"status\":\"active\",\"intent\":\"plan\",\"subject\":{\"reference\":\"Patient/mine\"}"),
        ("QuestionnaireResponse", "compartment", "\"status\":\"completed\",\"subject\":{\"reference\":\"Patient/mine\"}"),
        ("AuditEvent", "compartment", "\"type\":{\"code\":\"rest\"},\"recorded\":\"2026-03-01T08:00:00Z\",\"agent\":[{\"requestor\":true,\"who\":{\"reference\":\"Patient/mine\"}}],\"source\":{\"observer\":{\"display\":\"x\"}}"),
        ("Practitioner", "shared", "\"active\":true"),
        ("Organization", "shared", "\"name\":\"x\""),
        ("Questionnaire", "shared", "\"status\":\"draft\""),
        ("Substance", "neither", "\"code\":{\"text\":\"x\"}"),
    ];

    private static readonly string[] LetterSets = ["c", "r", "u", "d", "s", "cs", "us", "ds", "rs", "cruds"];

    public static TheoryData<string> TypeNames => [.. Types.Select(type => type.Type)];

    [Theory]
    [MemberData(nameof(TypeNames))]
    public async Task Every_cell_agrees_with_the_table(string type)
    {
        using var fhir = new GuardedFhir();
        await fhir.StoreAsync("Patient", Own, Resource("Patient", Own, Types[0].Body));
        var (_, kind, body) = Types.Single(one => one.Type == type);
        var disagreements = new List<string>();
        var cells = 0;
        foreach (var context in Enum.GetValues<GrantContext>())
        {
            foreach (var letters in LetterSets)
            {
                foreach (var isWildcard in letters is "r" or "s" or "cruds" ? new[] { false, true } : [false])
                {
                    var caller = CallerOf(context, [new Grant(context, isWildcard ? null : type, Letters(letters))]);
                    foreach (var action in Actions)
                    {
                        cells++;
                        var allowed = await TryAsync(fhir, caller, action.Action, type, body, context);
                        var expected = IsExpected(context, kind, type, letters, isWildcard, action);
                        if (allowed != expected) disagreements.Add($"{context}/{(isWildcard ? "*" : type)}.{letters} {action.Action} {type}: {allowed}");
                    }
                }
            }
        }

        Assert.Equal(3 * (LetterSets.Length + 3) * Actions.Length, cells);
        Assert.Empty(disagreements);
    }

    /// <summary>The table: letters, then reach.</summary>
    private static bool IsExpected(
        GrantContext context, string kind, string type, string letters, bool isWildcard, (string Action, string Letters, bool IsWhole) action)
    {
        if (!action.Letters.All(letter => letters.Contains(letter, StringComparison.Ordinal))) return false;
        if (isWildcard && type == "AuditEvent") return false;
        if (context != GrantContext.Patient) return true;
        return kind switch
        {
            // A patient neither becomes another patient nor has the ids chosen for them.
            "compartment" when type == "Patient" && action.Letters.Contains('c', StringComparison.Ordinal) => false,
            "compartment" => !action.IsWhole,
            "shared" => action.Letters is "r" or "s",
            _ => false,
        };
    }

    /// <summary>Whether the interaction was done: anything but a refusal for want of rights.</summary>
    private static async Task<bool> TryAsync(GuardedFhir fhir, Caller caller, string action, string type, string body, GrantContext context)
    {
        // A patient's own record is the one in context; all else is made anew, for what is done to it.
        var id = type == "Patient" && context == GrantContext.Patient ? Own : $"x{Guid.NewGuid():N}";
        await fhir.StoreAsync(type, id, Resource(type, id, body));
        var path = $"/fhir/{type}/{id}";
        var bundle = (string kind, string method, string url, string? resource) =>
            $$$"""{"resourceType":"Bundle","type":"{{{kind}}}","entry":[{ {{{(resource is null ? "" : $"\"resource\":{resource},")}}}"request":{"method":"{{{method}}}","url":"{{{url}}}"}}]}""";
        using var response = action switch
        {
            "read" => await fhir.SendAsync(caller, "GET", path),
            "vread" => await fhir.SendAsync(caller, "GET", $"{path}/_history/1"),
            "history" => await fhir.SendAsync(caller, "GET", $"{path}/_history"),
            "search" => await fhir.SendAsync(caller, "GET", $"/fhir/{type}?_id={id}"),
            "search by POST" => await fhir.SendAsync(
                caller, "POST", $"/fhir/{type}/_search", $"_id={id}", ("Content-Type", "application/x-www-form-urlencoded")),
            "search of the system" => await fhir.SendAsync(caller, "GET", $"/fhir?_type={type}&_id={id}"),
            "history of the type" => await fhir.SendAsync(caller, "GET", $"/fhir/{type}/_history?_count=1"),
            "create" => await fhir.SendAsync(caller, "POST", $"/fhir/{type}", Resource(type, null, body)),
            "create in a batch" => await fhir.SendAsync(caller, "POST", "/fhir", bundle("batch", "POST", type, Resource(type, null, body))),
            "create in a transaction" => await fhir.SendAsync(caller, "POST", "/fhir", bundle("transaction", "POST", type, Resource(type, null, body))),
            "conditional create" => await fhir.SendAsync(caller, "POST", $"/fhir/{type}", Resource(type, null, body), ("If-None-Exist", $"_id={id}x")),
            "update" => await fhir.SendAsync(caller, "PUT", path, Resource(type, id, body + ",\"language\":\"en\"")),
            "patch" => await fhir.SendAsync(
                caller, "PATCH", path, """[{"op":"add","path":"/language","value":"de"}]""", ("Content-Type", "application/json-patch+json")),
            "conditional update" => await fhir.SendAsync(caller, "PUT", $"/fhir/{type}?_id={id}", Resource(type, id, body + ",\"language\":\"fr\"")),
            "delete" => await fhir.SendAsync(caller, "DELETE", path),
            "delete in a transaction" => await fhir.SendAsync(caller, "POST", "/fhir", bundle("transaction", "DELETE", $"{type}/{id}", null)),
            "conditional delete" => await fhir.SendAsync(caller, "DELETE", $"/fhir/{type}?_id={id}"),
            _ => throw new ArgumentException("An action the test does not know.", nameof(action)),
        };
        var text = await response.Content.ReadAsStringAsync();
        if (action == "create in a batch") return !text.Contains("\"403", StringComparison.Ordinal) && response.IsSuccessStatusCode;
        Assert.True(response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.Forbidden, $"{action} {type}: {(int)response.StatusCode} {text}");

        // Where rights end at the caller's own records, a search finds nothing rather than being refused.
        return response.IsSuccessStatusCode && (!action.StartsWith("search", StringComparison.Ordinal) || text.Contains($"\"id\":\"{id}\"", StringComparison.Ordinal));
    }

    internal static Caller CallerOf(GrantContext context, IReadOnlyList<Grant> grants) => new()
    {
        Id = "matrix",
        Patient = context == GrantContext.Patient ? Own : null,
        User = context == GrantContext.User ? "Practitioner/someone" : null,
        Grants = grants,
    };

    private static string Resource(string type, string? id, string body)
        => id is null ? $$"""{"resourceType":"{{type}}",{{body}}}""" : $$"""{"resourceType":"{{type}}","id":"{{id}}",{{body}}}""";

    private static GrantedInteractions Letters(string letters) => letters.Aggregate(GrantedInteractions.None, (sum, letter) => sum | letter switch
    {
        'c' => GrantedInteractions.Create,
        'r' => GrantedInteractions.Read,
        'u' => GrantedInteractions.Update,
        'd' => GrantedInteractions.Delete,
        _ => GrantedInteractions.Search,
    });
}
