using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Tests.Security.Access;

/// <summary>
/// Two patients, every resource of the second with a word that stands nowhere else; thousands of generated requests for the first through every
/// door. The word must never come back, and an id or a name of the second must look exactly like one that was never used.
/// </summary>
public sealed class DoorTests : IAsyncLifetime
{
    private const int Templates = 2_500;

    // Requests look for the first word, answers must never hold the second: links repeat what was asked.
    private const string Asked = "Zanzibar";
    private const string Nowhere = "Qatarinq";
    private const string Canary = "xq7canary";

    private const string Both = Asked + " " + Canary;

    private static readonly string[] Types =
    [
        "Patient", "Observation", "Condition", "MedicationRequest", "MedicationAdministration", "MedicationStatement", "Encounter", "CarePlan",
        "QuestionnaireResponse", "AllergyIntolerance", "Procedure", "DiagnosticReport", "Consent", "Provenance", "DocumentReference", "List", "Goal",
        "Communication",
    ];

    private static readonly Caller First = new()
    {
        Id = "app",
        Patient = "one",
        Grants =
        [
            new(GrantContext.Patient, null, GrantedInteractions.Read | GrantedInteractions.Search | GrantedInteractions.Create
                | GrantedInteractions.Update | GrantedInteractions.Delete),
        ],
    };

    private readonly GuardedFhir _fhir = new(("Jobs:PollMilliseconds", "50"), ("Jobs:SettleMilliseconds", "0"));
    private readonly List<(string Type, string Id)> _second = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var (patient, name) in new[] { ("one", "Adamczyk"), ("two", Both) })
        {
            foreach (var type in Types)
            {
                var id = type == "Patient" ? patient : $"{patient}-{type.ToLowerInvariant()}";
                await _fhir.StoreAsync(type, id, Resource(type, id, patient, name));
                if (patient == "two") _second.Add((type, id));
            }
        }

        // The record of the first refers to this one.
        await _fhir.StoreAsync("Observation", "hidden", Resource("Observation", "hidden", "two", Both));

        // What is deleted, what was changed, and what the two share.
        await _fhir.StoreAsync("Observation", "two-gone", Resource("Observation", "two-gone", "two", Both));
        using (await _fhir.SendAsync(null, "DELETE", "/fhir/Observation/two-gone"))
        {
            _second.Add(("Observation", "two-gone"));
        }

        await _fhir.StoreAsync("Practitioner", "doctor", """{"resourceType":"Practitioner","id":"doctor","name":[{"family":"Shared"}]}""");
        await _fhir.StoreAsync("Observation", "formerly", Resource("Observation", "formerly", "two", Both));
        await _fhir.StoreAsync("Observation", "formerly", Resource("Observation", "formerly", "one", "Adamczyk"));
    }

    public ValueTask DisposeAsync()
    {
        _fhir.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Nothing_of_another_patient_comes_through_any_door()
    {
        // Proves that the word would be seen.
        using (var open = await _fhir.SendAsync(null, "GET", "/fhir/Patient/two"))
        {
            Assert.Contains(Canary, await open.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var random = new Random(20261128);
        var sent = 0;
        var differences = new List<string>();
        var statuses = new Dictionary<int, int>();
        for (var index = 0; index < Templates; index++)
        {
            var (type, id) = _second[random.Next(_second.Count)];
            var (method, path, body, headers) = Door(random, type);
            var absent = new string('q', id.Length);
            var other = await SendAsync(method, path, body, headers, id, Asked, statuses);
            var nobody = await SendAsync(method, path, body, headers, absent, Nowhere, statuses);
            sent += 2;
            if (other != nobody) differences.Add($"{method} {path} {body}\n--- of another\n{other}\n--- of nobody\n{nobody}");
        }

        Assert.Equal(2 * Templates, sent);
        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join("\n\n", differences.Take(3))}");

        // Doors that all answer the same way would prove nothing.
        Assert.True(statuses.GetValueOrDefault(200) > Templates / 4, Told(statuses));
        Assert.True(statuses.GetValueOrDefault(404) > Templates / 20, Told(statuses));
        foreach (var (type, id) in _second.Where(one => one.Id != "two-gone"))
        {
            using var still = await _fhir.SendAsync(null, "GET", $"/fhir/{type}/{id}");
            Assert.Equal(HttpStatusCode.OK, still.StatusCode);
            Assert.Contains(Canary, await still.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_older_version_is_judged_by_itself()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(First, "GET", "/fhir/Observation/formerly"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(First, "GET", "/fhir/Observation/formerly/_history/1"));
        using var history = await _fhir.SendAsync(First, "GET", "/fhir/Observation/formerly/_history");
        var bundle = JsonNode.Parse(await history.Content.ReadAsStringAsync())!;
        Assert.Single(bundle["entry"]!.AsArray());

        // How many there are is not told to whoever falls under consents.
        Assert.Null(bundle["total"]);
    }

    [Fact]
    public async Task Exports_need_a_system_scope_and_jobs_belong_to_their_client()
    {
        (string, string) later = ("Prefer", "respond-async");
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(First, "GET", "/fhir/$export", later));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(First, "GET", "/fhir/Patient/$export", later));

        var backend = new Caller { Id = "backend", Grants = [new(GrantContext.System, "Patient", GrantedInteractions.Read | GrantedInteractions.Search)] };
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(backend, "GET", "/fhir/$export?_type=Patient,Observation", later));
        using var accepted = await _fhir.SendAsync(backend, "GET", "/fhir/$export", null, later);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var address = accepted.Content.Headers.ContentLocation!.AbsolutePath;
        var manifest = await DoneAsync(backend, address);
        Assert.All(manifest["output"]!.AsArray(), file => Assert.Equal("Patient", (string)file!["type"]!));
        var stranger = backend with { Id = "stranger" };
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, "GET", address));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, "DELETE", address));
        var file = new Uri((string)manifest["output"]![0]!["url"]!).AbsolutePath;
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, "GET", file));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(backend, "GET", file));
    }

    [Fact]
    public async Task An_export_of_all_that_a_client_may_have_is_without_subscriptions_which_belong_to_clients()
    {
        (string, string) later = ("Prefer", "respond-async");
        var backend = new Caller { Id = "backend", Grants = [new(GrantContext.System, null, GrantedInteractions.Read | GrantedInteractions.Search)] };
        using var accepted = await _fhir.SendAsync(backend, "GET", "/fhir/$export", null, later);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);

        var manifest = await DoneAsync(backend, accepted.Content.Headers.ContentLocation!.AbsolutePath);

        var types = manifest["output"]!.AsArray().Select(file => (string)file!["type"]!).ToList();
        Assert.Contains("Patient", types);
        Assert.DoesNotContain("Subscription", types);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(backend, "GET", "/fhir/$export?_type=Patient,Subscription", later));
    }

    [Fact]
    public async Task What_is_answered_later_is_answered_for_whoever_asked()
    {
        using var accepted = await _fhir.SendAsync(First, "GET", "/fhir/Patient", null, ("Prefer", "respond-async"));
        var answer = await DoneAsync(First, accepted.Content.Headers.ContentLocation!.AbsolutePath);
        var text = answer.ToJsonString();
        Assert.Contains("Adamczyk", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_a_request_nothing_is_shown()
    {
        var nobody = new Caller { Id = "nobody" };
        foreach (var path in new[] { "/fhir/Patient/one", "/fhir/Patient", "/fhir", "/fhir/_history", "/fhir/Patient/one/Observation", "/fhir/Patient/one/$everything" })
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(nobody, "GET", path));
    }

    private static string Told(Dictionary<int, int> statuses)
        => string.Join(", ", statuses.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}: {pair.Value}")));

    private Task<JsonNode> DoneAsync(Caller caller, string address) => Until.FoundAsync(
        async () =>
        {
            using var response = await _fhir.SendAsync(caller, "GET", address);
            if (response.StatusCode == HttpStatusCode.OK) return JsonNode.Parse(await response.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
            return null;
        },
        "the end of the job");

    private async Task<HttpStatusCode> StatusAsync(Caller caller, string method, string path, params (string Name, string Value)[] headers)
    {
        using var response = await _fhir.SendAsync(caller, method, path, null, headers);
        return response.StatusCode;
    }

    private async Task<string> SendAsync(
        string method, string path, string? body, (string, string)[] headers, string id, string word, Dictionary<int, int> statuses)
    {
        string Fill(string text) => text.Replace("$ID", id, StringComparison.Ordinal).Replace("$WORD", word, StringComparison.Ordinal);
        using var response = await _fhir.SendAsync(First, method, Fill(path), body is null ? null : Fill(body), headers);
        var text = await response.Content.ReadAsStringAsync();
        var seen = Seen.Of(response, text, id).Replace(word, "WORD", StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, seen, StringComparison.OrdinalIgnoreCase);
        statuses[(int)response.StatusCode] = statuses.GetValueOrDefault((int)response.StatusCode) + 1;
        return seen;
    }

    /// <summary>A request that names a resource of the second patient as <c>$ID</c>, its type as given.</summary>
    private static (string Method, string Path, string? Body, (string, string)[] Headers) Door(Random random, string type)
    {
        var any = Types[random.Next(Types.Length)];
        var count = random.Next(1, 4).ToString(CultureInfo.InvariantCulture);
        string Pick(params string[] of) => of[random.Next(of.Length)];
        (string, string)[] none = [];
        (string, string)[] patch = [("Content-Type", "application/json-patch+json")];
        var modifier = Pick("", "&_count=" + count, "&_total=accurate", "&_summary=count", "&_sort=-_lastUpdated", "&_elements=id", "&_format=xml", "&_pretty=true");
        return random.Next(40) switch
        {
            0 => ("GET", $"/fhir/{type}/$ID", null, none),
            1 => ("HEAD", $"/fhir/{type}/$ID", null, none),
            2 => ("GET", $"/fhir/{type}/$ID/_history", null, none),
            3 => ("GET", $"/fhir/{type}/$ID/_history/{count}", null, none),
            4 => ("GET", $"/fhir/{type}/$ID", null, [("If-None-Match", "W/\"1\"")]),
            5 => ("GET", $"/fhir/{type}?_id=$ID{modifier}", null, none),
            6 => ("GET", $"/fhir/{any}?patient=Patient/$ID{modifier}", null, none),
            7 => ("GET", $"/fhir/{any}?_has:{Pick("Provenance:target", "List:item", "Observation:derived-from")}:_id=$ID{modifier}", null, none),
            8 => ("GET", $"/fhir/Patient?_has:{Pick("Observation:patient", "Condition:patient", "Encounter:patient")}:_id=$ID{modifier}", null, none),
            9 => ("GET", $"/fhir/{Pick("Observation", "Condition", "Encounter")}?patient._id=$ID{modifier}", null, none),
            10 => ("GET", $"/fhir/{Pick("Observation", "Condition", "Encounter")}?patient:Patient.name=$WORD&_id:not=$ID{modifier}", null, none),
            11 => ("GET", $"/fhir/Practitioner?_has:{Pick("Observation:performer", "MedicationRequest:requester")}:patient.name=$WORD&_id:not=$ID", null, none),
            12 => ("GET", $"/fhir/Practitioner?_id=doctor&_revinclude={Pick("Observation:performer", "MedicationRequest:requester", "*")}&_tag:not=$ID{modifier}", null, none),
            13 => ("GET", $"/fhir/{any}?_include=*&_revinclude=*&_tag:not=$ID{modifier}", null, none),
            14 => ("GET", $"/fhir/Provenance?_include:iterate=Provenance:target&_include:iterate=Observation:patient&_tag:not=$ID{modifier}", null, none),
            15 => ("GET", $"/fhir/List?_id=one-list&_include=List:item&_tag:not=$ID", null, none),
            16 => ("GET", $"/fhir/{any}?_list=$ID{modifier}", null, none),
            17 => ("GET", $"/fhir?_type={type},{any}&_id=$ID{modifier}", null, none),
            18 => ("GET", $"/fhir?_content=$WORD&_id:not=$ID", null, none),
            19 => ("GET", $"/fhir/{Pick("Patient", "Observation")}?_text=$WORD&_id:not=$ID{modifier}", null, none),
            20 => ("GET", $"/fhir/Patient/$ID/{Pick("Observation", "Condition", "*", "Encounter")}", null, none),
            21 => ("GET", $"/fhir/Patient/$ID/$everything", null, none),
            22 => ("GET", $"/fhir/Observation/$lastn?patient=Patient/$ID", null, none),
            23 => ("GET", $"/fhir/{type}/$ID/$meta", null, none),
            24 => ("GET", $"/fhir/{type}/_history?_count={count}&_tag=$ID", null, none),
            25 => ("GET", $"/fhir/_history?_count={count}&_tag=$ID", null, none),
            26 => ("GET", $"/fhir/Patient?_filter=name co \"$WORD\" and _id ne $ID", null, none),
            27 => ("POST", $"/fhir/{type}/_search", $"_id=$ID&_count={count}", [("Content-Type", "application/x-www-form-urlencoded")]),
            28 => ("PUT", $"/fhir/{type}/$ID", Resource(type, "$ID", type == "Patient" ? "$ID" : "one", "Mallory"), none),
            29 => ("PATCH", $"/fhir/{type}/$ID", """[{"op":"add","path":"/language","value":"en"}]""", patch),
            30 => ("DELETE", $"/fhir/{type}/$ID", null, none),
            31 => ("DELETE", $"/fhir/{type}?_id=$ID", null, none),
            32 => ("PATCH", $"/fhir/{type}?_id=$ID", """[{"op":"add","path":"/language","value":"en"}]""", patch),
            33 => ("POST", $"/fhir/{type}/$ID/{Pick("$meta-add", "$meta-delete")}",
                """{"resourceType":"Parameters","parameter":[{"name":"meta","valueMeta":{"tag":[{"code":"x"}]}}]}""", none),
            34 => ("POST", "/fhir", Bundle(Pick("batch", "transaction"), ("GET", $"{type}/$ID"), ("GET", $"{any}?_id=$ID")), none),
            35 => ("POST", "/fhir", Bundle("batch", ("GET", $"{type}/$ID/_history"), ("DELETE", $"{type}/$ID"), ("GET", $"Patient/$ID/Observation")), none),
            36 => ("POST", "/fhir/Library/LiverRules/$evaluate",
                """{"resourceType":"Parameters","parameter":[{"name":"subject","valueString":"Patient/$ID"}]}""", none),
            37 => ("GET", $"/fhir/Practitioner?_has:{Pick("Observation:performer", "MedicationRequest:requester", "Patient:general-practitioner")}:_id=$ID", null, none),
            38 => ("GET", $"/fhir/Practitioner?_has:Patient:general-practitioner:name=$WORD{modifier}", null, none),
            _ => ("GET", $"/fhir/{type}/$ID/$validate", null, none),
        };
    }

    private static string Bundle(string kind, params (string Method, string Url)[] entries) => new JsonObject
    {
        ["resourceType"] = "Bundle",
        ["type"] = kind,
        ["entry"] = new JsonArray([.. entries.Select(entry => new JsonObject
        {
            ["request"] = new JsonObject { ["method"] = entry.Method, ["url"] = entry.Url },
        })]),
    }.ToJsonString();

    private static string Resource(string type, string id, string patient, string name)
    {
        var resource = new JsonObject
        {
            ["resourceType"] = type,
            ["id"] = id,
            ["text"] = new JsonObject { ["status"] = "generated", ["div"] = $"<div xmlns=\"http://www.w3.org/1999/xhtml\">{name}</div>" },
        };
        JsonObject Subject() => new() { ["reference"] = $"Patient/{patient}", ["display"] = name };
        JsonObject Doctor() => new() { ["reference"] = "Practitioner/doctor" };
        JsonObject Concept() => new() { ["text"] = name };
        JsonObject To(string of) => new() { ["reference"] = $"{of}/{patient}-{of.ToLowerInvariant()}" };
        switch (type)
        {
            case "Patient":
                resource["name"] = new JsonArray(new JsonObject { ["family"] = name });
                resource["generalPractitioner"] = new JsonArray(Doctor());
                break;
            case "Observation":
                (resource["status"], resource["code"], resource["subject"]) = ("final", Concept(), Subject());
                resource["performer"] = new JsonArray(Doctor());
                break;
            case "MedicationRequest":
                (resource["status"], resource["intent"], resource["medicationCodeableConcept"], resource["subject"]) = ("active", "order", Concept(), Subject());
                resource["requester"] = Doctor();
                break;
            case "MedicationAdministration":
                (resource["status"], resource["medicationCodeableConcept"], resource["subject"]) = ("completed", Concept(), Subject());
                resource["effectiveDateTime"] = "2026-03-01";
                break;
            case "MedicationStatement":
                (resource["status"], resource["medicationCodeableConcept"], resource["subject"]) = ("active", Concept(), Subject());
                break;
            case "Encounter":
                (resource["status"], resource["class"], resource["subject"]) = ("planned", new JsonObject { ["code"] = "AMB" }, Subject());
                break;
            case "CarePlan":
                (resource["status"], resource["intent"], resource["subject"], resource["title"]) = ("active", "plan", Subject(), name);
                break;
            case "QuestionnaireResponse":
                (resource["status"], resource["subject"]) = ("completed", Subject());
                break;
            case "AllergyIntolerance":
                (resource["patient"], resource["code"]) = (Subject(), Concept());
                break;
            case "Procedure" or "DocumentReference" or "DiagnosticReport" or "Communication":
                resource["subject"] = Subject();
                resource["status"] = type switch { "DocumentReference" => "current", "DiagnosticReport" => "final", _ => "completed" };
                if (type == "DiagnosticReport") resource["code"] = Concept();
                if (type == "DocumentReference") resource["content"] = new JsonArray(new JsonObject { ["attachment"] = new JsonObject { ["title"] = name } });
                break;
            case "Consent":
                (resource["status"], resource["patient"], resource["scope"]) = ("draft", Subject(), Concept());
                resource["category"] = new JsonArray(Concept());
                resource["policyRule"] = Concept();
                break;
            case "Provenance":
                resource["target"] = new JsonArray(To("Observation"), new JsonObject { ["reference"] = $"Patient/{patient}" });
                resource["recorded"] = "2026-03-01T08:00:00Z";
                resource["agent"] = new JsonArray(new JsonObject { ["who"] = Doctor() });
                break;
            case "List":
                (resource["status"], resource["mode"], resource["subject"]) = ("current", "working", Subject());
                resource["entry"] = new JsonArray(new JsonObject { ["item"] = To("Observation") }, new JsonObject { ["item"] = new JsonObject { ["reference"] = "Observation/hidden" } });
                break;
            case "Goal":
                (resource["lifecycleStatus"], resource["description"], resource["subject"]) = ("active", Concept(), Subject());
                break;
            default:
                resource["subject"] = Subject();
                break;
        }

        return resource.ToJsonString();
    }
}
