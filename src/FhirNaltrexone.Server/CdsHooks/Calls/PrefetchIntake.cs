using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Knowledge.Charts;
using FhirNaltrexone.Server.CdsHooks.Intake;
using FhirNaltrexone.Server.CdsHooks.Prefetch;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.CdsHooks.Calls;

/// <summary>Everything a call brought along, classified.</summary>
internal sealed class PrefetchIntake
{
    private const int MaxIssues = 50;

    private readonly List<Found> _extras = [];

    private PrefetchIntake(List<OpenQuery> queries, List<Found> drafts, List<Found> appointments)
        => (Queries, Drafts, Appointments) = (queries, drafts, appointments);

    /// <summary>One for each template of the service.</summary>
    public List<OpenQuery> Queries { get; }

    /// <summary>Orders in the context.</summary>
    public List<Found> Drafts { get; }

    /// <summary>Appointments in the context.</summary>
    public List<Found> Appointments { get; }

    /// <summary>Resources read, whatever key they came with, as they are known when it is asked.</summary>
    public List<Found> Stored
    {
        get
        {
            var stored = new List<Found>(ResourceCount);
            foreach (var query in Queries) stored.AddRange(query.Found);
            stored.AddRange(_extras);
            return stored;
        }
    }

    /// <summary>All resources of the call.</summary>
    public int ResourceCount
    {
        get
        {
            var count = Drafts.Count + Appointments.Count + _extras.Count;
            foreach (var query in Queries) count += query.Found.Count;
            return count;
        }
    }

    /// <summary>Classifies what the client sent.</summary>
    public static PrefetchIntake Read(HookRequest request, IReadOnlyList<PrefetchTemplate> templates, bool trustNull)
    {
        var (drafts, appointments) = ContextResources.Read(request);
        Func<string, string?> fill = template => QueryTemplates.Fill(template, request.Context, request.Patient.Value);
        var queries = new List<OpenQuery>(templates.Count);
        foreach (var template in templates)
        {
            queries.Add(new OpenQuery(template, fill));
        }

        var intake = new PrefetchIntake(queries, drafts, appointments);
        if (request.Prefetch.ValueKind == JsonValueKind.Object)
        {
            var expected = 0;
            foreach (var member in request.Prefetch.EnumerateObject())
            {
                expected = intake.Read(member, expected, trustNull);
            }
        }

        return intake;
    }

    /// <summary>A guard that knows the Patient resources of the call.</summary>
    public static PatientGuard Guard(HookRequest request, params ReadOnlySpan<List<Found>> resources)
    {
        var byAddress = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var list in resources)
        {
            foreach (var found in list)
            {
                if (found.Type == "Patient" && found.FullUrl is { } address && FhirJson.Text(found.Resource, "id"u8) is { } id)
                {
                    byAddress.TryAdd(address, id);
                }
            }
        }

        return new PatientGuard(request.Patient.Value, address => byAddress.GetValueOrDefault(address), request.FhirServer);
    }

    /// <summary>One issue for each resource of another patient, up to a number that a reader can still use.</summary>
    public static List<Issue> ForeignData(PatientGuard guard, params ReadOnlySpan<List<Found>> resources)
    {
        var issues = new List<Issue>();
        foreach (var list in resources)
        {
            foreach (var found in list)
            {
                if (issues.Count < MaxIssues && guard.ForeignMember(found.Resource, found.Type) is { } member)
                {
                    issues.Add(new(IssueCodes.Invariant, "This resource belongs to another patient than context.patientId.", $"{found.Path}.{member}"));
                }
            }
        }

        return issues;
    }

    /// <summary>
    /// Takes out the records that do not say that they are this patient's. They prove nothing, and what they tell may be missing: no query of their type
    /// is answered.
    /// </summary>
    /// <param name="guard">Knows the patient.</param>
    /// <returns>Whether there were any.</returns>
    public bool LeaveOutUnclear(PatientGuard guard)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var query in Queries) LeaveOutUnclear(guard, query.Found, types);
        LeaveOutUnclear(guard, _extras, types);
        if (types.Count == 0) return false;
        foreach (var query in Queries.Where(query => types.Contains(query.Template.ResourceType)))
        {
            (query.IsAnswered, query.Answer) = (false, new(AnswerState.Unclear));
        }

        return true;
    }

    private static void LeaveOutUnclear(PatientGuard guard, List<Found> found, HashSet<string> types) => found.RemoveAll(one =>
    {
        var isUnclear = guard.IsUnclear(one.Resource, one.Type, one.FullUrl);
        if (isUnclear) types.Add(one.Type!);
        return isUnclear;
    });

    /// <summary>The queries worth putting to the FHIR server.</summary>
    public List<OpenQuery> ToBeAsked() => [.. Queries.Where(query => !query.IsAnswered && query.Query is not null && query.Answer.MayBeAskedAgain)];

    /// <summary>The queries whose answer is not complete.</summary>
    public List<OpenQuery> Unread() => [.. Queries.Where(query => !query.IsAnswered)];

    /// <summary>Reads one key. Clients mostly send keys in the order of discovery, so the search begins at the one expected.</summary>
    /// <returns>The place of the key expected next.</returns>
    private int Read(JsonProperty member, int expected, bool trustNull)
    {
        for (var i = 0; i < Queries.Count; i++)
        {
            var place = (expected + i) % Queries.Count;
            if (member.NameEquals(Queries[place].Template.Key))
            {
                Read(member.Value, Queries[place], trustNull);
                return place + 1;
            }
        }

        AnswerReader.Read(member.Value, string.Empty, isRead: false, $"prefetch.{member.Name}", _extras);
        return expected;
    }

    private static void Read(JsonElement value, OpenQuery query, bool trustNull)
    {
        query.Found.Clear();
        query.Answer = AnswerReader.Read(value, query.Template.ResourceType, query.IsRead, query.Template.Place, query.Found);
        query.IsAnswered = query.Answer.State == AnswerState.Proof
            || (query.Answer.State == AnswerState.Null && trustNull && !query.IsRead && query.Query is not null);
    }
}
