using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Subscriptions;
using FhirNaltrexone.Server.Tests.Operations;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Subscriptions;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Testing.PostgreSql;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FhirNaltrexone.Server.Tests.Security.Edges;

/// <summary>
/// Every value a request can carry holds one word that stands nowhere else. Requests of all kinds are sent, good and bad, with every log at its most
/// talkative; then the word is looked for in the logs, in what goes to the collector of traces and metrics, in /metrics, and in answers to failures.
/// </summary>
public sealed class LeakTests(PostgreSqlServer postgreSql) : IAsyncLifetime
{
    private const string Word = "qzxkanari";
    private const string Patient = $"{Word}-patient";

    private static readonly TestKey Key = TestKey.P384("key");

    private static readonly Caller Doctor = Callers.Clinic with { User = "Practitioner/doctor" };

    private static readonly string[] Loud =
    [
        "Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.Extensions.Http", "System.Net.Http", "System.Net.Http.HttpClient", "Polly", "OpenIddict", "Npgsql", "FhirNaltrexone",
    ];

    private static readonly string PatientText = $$"""
        {"resourceType":"Patient","id":"{{Patient}}","identifier":[{"system":"urn:{{Word}}","value":"{{Word}}-4711"}],
         "name":[{"family":"{{Word}}family","given":["{{Word}}given"]}],"address":[{"line":["{{Word}} street"],"city":"{{Word}}city"}],"telecom":[{"system":"phone","value":"{{Word}}-phone"}] }
        """;

    private static readonly string ObservationText = $$"""
        {"resourceType":"Observation","id":"{{Word}}-observation","status":"final","code":{"text":"{{Word}} code"},"subject":{"reference":"Patient/{{Patient}}"},
         "note":[{"text":"{{Word}} note"}],"valueString":"{{Word}} value"}
        """;

    private readonly EverythingLogged _log = new();
    private Collector _collector = null!;
    private TestServer _server = null!;
    private PostgreSqlDatabase? _database;
    private HttpClient _client = null!;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Nothing_that_says_who_the_patient_is_leaves_in_logs_traces_metrics_or_failures(string provider)
    {
        await StartAsync(await StorageAsync(provider));
        using var traced = new EverythingTraced();
        await ReadAndWriteAsync();
        await MakeMistakesAsync();
        await CallAsync();
        await WorkLaterAsync();
        await DeliverAsync();
        await FailAsync();
        await TellOthersAsync();

        _server.Services.GetRequiredService<TracerProvider>().ForceFlush();
        _server.Services.GetRequiredService<MeterProvider>().ForceFlush();
        using var scrape = await RequestAsync("GET", "/metrics", null, []);
        var (traces, metrics, scraped) = (_collector.Text("/v1/traces"), _collector.Text("/v1/metrics"), await scrape.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        // That which is looked through is there.
        Assert.True(_log.Lines.Count > 20, $"{_log.Lines.Count} lines");
        Assert.Contains("/cds-services/{id}", traces, StringComparison.Ordinal);
        Assert.Contains("http.response.status_code", traces, StringComparison.Ordinal);
        Assert.Contains("cds_hooks.calls", metrics, StringComparison.Ordinal);
        Assert.Contains("cds_hooks_calls", scraped, StringComparison.Ordinal);
        Assert.Contains(traced.Spans, span => span.Contains("http.route=/cds-services/{id}", StringComparison.Ordinal));
        Assert.Contains(traced.Measurements, measured => measured.Contains("security.assertions", StringComparison.Ordinal));
        Assert.Multiple(
            () => AssertWithout(string.Join('\n', _log.Lines.Where(Holds).Prepend("Log."))),
            () => AssertWithout(string.Join('\n', traced.Spans.Where(Holds).Prepend("Spans."))),
            () => AssertWithout(string.Join('\n', traced.Measurements.Where(Holds).Prepend("Measurements."))),
            () => AssertWithout(traces),
            () => AssertWithout(metrics),
            () => AssertWithout(scraped));
    }

    /// <summary>The same, where each of the things that hold it back is taken away: else the other test would find nothing because it does not look.</summary>
    [Fact]
    public async Task The_word_is_found_where_nothing_holds_it_back()
    {
        await StartAsync([], services =>
        {
            services.RemoveAll<IPostConfigureOptions<LoggerFilterOptions>>();
            services.AddTransient<IStartupFilter, Talkative>();
        });
        using var traced = new EverythingTraced();

        await SendAsync("GET", $"/fhir/Patient?family={Word}family");

        _server.Services.GetRequiredService<TracerProvider>().ForceFlush();
        _server.Services.GetRequiredService<MeterProvider>().ForceFlush();
        Assert.Contains(_log.Lines, line => Holds(line) && line.Contains("Microsoft.AspNetCore.Hosting.Diagnostics", StringComparison.Ordinal));
        foreach (var part in new[] { "message", "value", "scope", "error" }) Assert.Contains(_log.Lines, line => line.Contains($"{Word}-{part}", StringComparison.Ordinal));
        foreach (var part in new[] { "tag", "event", "baggage" }) Assert.Contains(traced.Spans, span => span.Contains($"{Word}-{part}", StringComparison.Ordinal));
        Assert.Contains(traced.Measurements, measured => measured.Contains($"{Word}-label", StringComparison.Ordinal));

        // The span of a request may end after its answer has been read.
        await Until.TrueAsync(() => Task.FromResult(Sends("/v1/traces", $"{Word}-tag") && Sends("/v1/metrics", $"{Word}-label")), "what is exported");
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        await _collector.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    private bool Sends(string path, string text)
    {
        _server.Services.GetRequiredService<TracerProvider>().ForceFlush();
        _server.Services.GetRequiredService<MeterProvider>().ForceFlush();
        return _collector.Text(path).Contains(text, StringComparison.Ordinal);
    }

    private async Task StartAsync(IEnumerable<(string Key, string Value)> settings, Action<IServiceCollection>? services = null)
    {
        _collector = await Collector.StartAsync();
        _server = new([
            .. OperationServer.Settings,
            .. CdsClient.EnforcedFor(TestKey.Set(Key)),
            .. CdsClient.Registered(1, Callers.Clinic.Id, ("Issuer", Callers.Clinic.Issuer!), ("Jwks", TestKey.Set(Key)), ("Scopes", "system/*.cruds")),
            .. _collector.Settings,
            .. Loud.Select(category => ($"Logging:LogLevel:{category}", "Trace")),
            ("Ehr:Servers:0:Origin", "http://127.0.0.1:1"),
            ("Ehr:Servers:0:AllowPrivateNetwork", "true"),
            ("CdsHooks:ListUserComments", "true"),
            ("Subscriptions:IsHttpAllowed", "true"),
            ("Subscriptions:IsPrivateNetworkAllowed", "true"),
            ("Subscriptions:QuickRetries", "0"),
            ("Subscriptions:PollMilliseconds", "30"),
            ("Security:Sensitivity:BreakGlassMinutes", "30"),
            .. settings,
        ])
        {
            Stores = all =>
            {
                all.AddTransient<IStartupFilter, CallerHeader>();
                all.AddSingleton<ILoggerProvider>(_log);
                services?.Invoke(all);
            },
        };
        _client = _server.CreateClient();
    }

    private async Task<IEnumerable<(string Key, string Value)>> StorageAsync(string provider)
    {
        if (provider == "Sqlite") return [];
        _database = await postgreSql.CreateDatabaseAsync();
        return [("Storage:Provider", provider), ("Storage:ConnectionString", _database.ConnectionString)];
    }

    private async Task ReadAndWriteAsync()
    {
        await SendAsync("PUT", $"/fhir/Patient/{Patient}", PatientText, expected: 201);
        await SendAsync("PUT", $"/fhir/Observation/{Word}-observation", ObservationText, expected: 201);
        await SendAsync("POST", "/fhir/Patient", PatientText, [("If-None-Exist", $"identifier=urn:{Word}|{Word}-4711")], expected: 200);
        await SendAsync("PATCH", $"/fhir/Patient/{Patient}", $$"""[{"op":"add","path":"/name/0/text","value":"{{Word}}"}]""", [("Content-Type", "application/json-patch+json")], expected: 200);
        await SendAsync("POST", "/fhir", $$"""
            {"resourceType":"Bundle","type":"transaction","entry":[{"resource":{{ObservationText}},"request":{"method":"PUT","url":"Observation/{{Word}}-observation"} }] }
            """, expected: 200);
        foreach (var path in new[]
        {
            $"Patient/{Patient}", $"Patient/{Patient}/_history", $"Patient/{Patient}/_history/1", $"Patient/{Patient}/$everything", $"Patient/{Patient}/Observation",
            $"Patient?family={Word}family", $"Patient?name:contains={Word}&identifier=urn:{Word}|{Word}-4711", $"Observation?subject=Patient/{Patient}&_include=Observation:subject",
            $"Patient?_has:Observation:patient:code={Word}", $"Observation?subject:Patient.family={Word}family", $"AuditEvent?patient=Patient/{Patient}",
        })
        {
            await SendAsync("GET", $"/fhir/{path}");
        }

        await SendAsync("POST", "/fhir/Patient/_search", $"family={Word}family", [("Content-Type", "application/x-www-form-urlencoded")], expected: 200);
        await SendAsync("POST", "/fhir/Patient/$validate", PatientText);
        await SendAsync("DELETE", $"/fhir/Observation/{Word}-observation");
    }

    private async Task MakeMistakesAsync()
    {
        await SendAsync("PUT", $"/fhir/Patient/{Word}-other", PatientText, expected: 400);
        await SendAsync("POST", "/fhir/Patient", $$"""{"resourceType":"Patient","name":[{"family":{{Word}} """, expected: 400);
        await SendAsync("POST", "/fhir/Patient", $$"""{"resourceType":"Patient","{{Word}}":"{{Word}}","birthDate":"{{Word}}"}""");
        await SendAsync("POST", "/fhir/Patient", $"<Patient xmlns=\"http://hl7.org/fhir\"><name><family value=\"{Word}\"></Patient>", [("Content-Type", "application/fhir+xml")], expected: 400);
        foreach (var path in new[]
        {
            $"/fhir/{Word}", $"/fhir/Patient/{Word}-none", $"/{Word}?{Word}={Word}", $"/fhir/Patient?{Word}={Word}", $"/fhir/Observation?date={Word}", $"/fhir/Patient/{Patient}/_history/{Word}",
            $"/fhir/Patient?_page={Word}", $"/fhir/ValueSet/$expand?url=urn:{Word}", $"/fhir/Patient?family={Word}%00", $"/fhir/Patient?_format={Word}", $"/schemas/{Word}", $"/cds-services/{Word}",
        })
        {
            await SendAsync("GET", path);
            await SendAsync("GET", path, caller: false);
        }

        await SendAsync("PUT", $"/fhir/Patient/{Patient}", PatientText, [("If-Match", $"W/\"{Word}\"")]);
        await SendAsync("GET", $"/fhir/Patient/{Patient}", null, [("Accept", $"{Word}/{Word}"), ("User-Agent", Word), ("Origin", $"https://{Word}.example.org"), ("X-Request-Id", Word)]);
        await SendAsync(Word.ToUpperInvariant(), $"/fhir/Patient/{Patient}");
        await SendAsync("POST", "/fhir/$graphql", $$"""{"query":"{ Patient(id: \"{{Patient}}\") { name(family: \"{{Word}}\") { given } } }","variables":{"{{Word}}":"{{Word}}"} }""", [("Content-Type", "application/json")]);
        await SendAsync("POST", "/fhir/Patient", PatientText, [("If-None-Exist", $"{Word}={Word}")]);
        await SendAsync("PUT", $"/fhir/Patient?identifier=urn:{Word}|{Word}", PatientText);
        await SendAsync("DELETE", $"/fhir/Patient?{Word}:{Word}={Word}");
        await SendAsync("PATCH", $"/fhir/Patient/{Patient}", $$"""[{"op":"test","path":"/name/0/family","value":"{{Word}}other"}]""", [("Content-Type", "application/json-patch+json")]);
        await SendAsync("POST", "/fhir", $$"""{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{{PatientText}},"request":{"method":"{{Word}}","url":"Patient/{{Word}}?{{Word}}"} }] }""");
        await SendAsync("POST", "/fhir/Subscription", $$"""{"resourceType":"Subscription","status":"requested","reason":"{{Word}}","criteria":"Patient?family={{Word}}","channel":{"type":"rest-hook","endpoint":"{{Word}}://{{Word}}","header":["{{Word}}"]} }""");
        await SendAsync("GET", $"/fhir/Patient/{Patient}", null, [("X-Break-Glass", $"{DateTimeOffset.UtcNow:O}; Patient/{Patient}; {Word} was unconscious")], who: Doctor, expected: 200);
        await SendAsync("GET", $"/fhir/Patient/{Patient}", null, [("X-Break-Glass", $"{Word}; {Word}")], who: Doctor, expected: 403);
        await SendAsync("GET", $"/fhir/Patient/{Patient}", null, [("baggage", $"{Word}={Word}"), ("tracestate", $"{Word}={Word}"), ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), ("Referer", $"https://ehr.example.org/{Word}"), ("Cookie", $"{Word}={Word}")]);
        await SendAsync("POST", "/connect/token", $"grant_type={Word}&client_assertion={Word}&scope={Word}&{Word}={Word}", [("Content-Type", "application/x-www-form-urlencoded")], caller: false);
        await SendAsync("GET", $"/fhir/Patient/{Patient}", null, [("Authorization", $"Bearer {Word}")], caller: false);
        await SendAsync("GET", $"/fhir/Patient/{Patient}", null, [("Authorization", $"{Word} {Word}")], caller: false);
    }

    private async Task CallAsync()
    {
        var call = OwnCall();
        call["context"]!["userId"] = $"Practitioner/{Word}";
        call["context"]!["encounterId"] = Word;
        call["prefetch"]!["conditions"] = Call.Bundle(Call.Condition($"{Word}-condition", Patient));
        call["prefetch"]!.AsObject().Remove("liverTests");
        call["fhirServer"] = $"http://127.0.0.1:1/{Word}";
        call["fhirAuthorization"] = new JsonObject
        {
            ["access_token"] = $"{Word}-token",
            ["token_type"] = "Bearer",
            ["expires_in"] = 300,
            ["scope"] = "patient/*.rs",
            ["subject"] = Word,
        };
        using var answered = await HookAsync(CdsClient.CallPath, call.ToJsonString(), CdsClient.Call);
        Assert.True(answered.IsSuccessStatusCode, await answered.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        call["fhirServer"] = $"https://{Word}.example.org/fhir";
        await HookAsync(CdsClient.CallPath, call.ToJsonString(), CdsClient.Call);
        call["prefetch"]!["conditions"] = Call.Bundle(Call.Condition($"{Word}-strange", $"{Word}-somebody"));
        await HookAsync(CdsClient.CallPath, call.ToJsonString(), CdsClient.Call);
        call["hookInstance"] = $"{Word}-instance";
        await HookAsync(CdsClient.CallPath, call.ToJsonString(), CdsClient.Call);
        call["prefetch"]!["conditions"] = Word;
        await HookAsync(CdsClient.CallPath, call.ToJsonString(), CdsClient.Call);
        await HookAsync(CdsClient.CallPath, $"{{\"hook\":\"{Word}\"", CdsClient.Call);
        await HookAsync(
            $"{CdsClient.CallPath}/feedback",
            $$$"""
            {"feedback":[{"card":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea","outcome":"overridden","outcomeTimestamp":"2026-11-22T14:00:00Z",
              "overrideReason":{"reason":{"code":"{{{Word}}}","system":"urn:{{{Word}}}"},"userComment":"{{{Word}}} comment"}}]}
            """,
            $"{CdsClient.Call}/feedback");
        foreach (var token in new[] { Word, $"{Word}.{Word}.{Word}", Draft(draft => draft.Header["kid"] = Word), Draft(draft => draft.Claims["iss"] = Word), Draft(draft => draft.Claims["sub"] = Word), Draft(draft => draft.Header["jku"] = $"https://{Word}.example.org/") })
        {
            using var response = await _client.CallAsync(token);
        }
    }

    /// <summary>What goes wrong for others, who name nobody, tells them nothing of whom they may not see, or did not ask about.</summary>
    private async Task TellOthersAsync()
    {
        await SendAsync("PUT", "/fhir/Patient/neutral", PatientText.Replace($"\"{Patient}\"", "\"neutral\"", StringComparison.Ordinal), expected: 201);
        var (all, few) = (Callers.Other, Callers.Other with { Grants = [new(GrantContext.System, "Observation", GrantedInteractions.Read)] });
        foreach (var (who, method, path, body, header) in new (Caller?, string, string, string?, (string, string)[])[]
        {
            (null, "GET", "/fhir/Patient/neutral", null, []),
            (few, "GET", "/fhir/Patient/neutral", null, []),
            (few, "GET", "/fhir/Patient?_id=neutral", null, []),
            (all, "GET", "/fhir/Patient/neutral/_history/77", null, []),
            (all, "PUT", "/fhir/Patient/neutral", """{"resourceType":"Patient","id":"neutral"}""", [("If-Match", "W/\"77\"")]),
            (all, "PUT", "/fhir/Patient/neutral", """{"resourceType":"Patient","id":"other"}""", []),
            (all, "POST", "/fhir/Patient", """{"resourceType":"Patient"}""", [("If-None-Exist", "_lastUpdated=gt2000")]),
            (all, "PUT", "/fhir/Patient?_lastUpdated=gt2000", """{"resourceType":"Patient"}""", []),
            (all, "DELETE", "/fhir/Patient?_lastUpdated=gt2000", null, []),
            (all, "PATCH", "/fhir/Patient/neutral", """[{"op":"test","path":"/name/0/family","value":"Smith"}]""", [("Content-Type", "application/json-patch+json")]),
            (all, "PATCH", "/fhir/Patient/neutral", """[{"op":"replace","path":"/name/0/family/x","value":1}]""", [("Content-Type", "application/json-patch+json")]),
            (all, "GET", "/fhir/Patient?birthdate=yesterday", null, []),
            (all, "GET", "/fhir/$export-status/none", null, []),
        })
        {
            using var response = await RequestAsync(method, path, body, header, who is not null, who);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True((int)response.StatusCode is >= 400 and < 500, $"{method} {path}: {(int)response.StatusCode} {text}");
            AssertWithout($"{response.Headers} {text}");
        }
    }

    private async Task WorkLaterAsync()
    {
        foreach (var (method, path, body) in new (string, string, string?)[]
        {
            ("GET", $"/fhir/Patient?family={Word}family", null), ("GET", "/fhir/$export?_type=Patient", null), ("GET", $"/fhir/$export?_typeFilter=Patient%3Ffamily%3D{Word}", null),
        })
        {
            using var accepted = await RequestAsync(method, path, body, [("Prefer", "respond-async"), ("Accept", "application/fhir+json")]);
            Assert.True((int)accepted.StatusCode == 202, $"{method} {path}: {(int)accepted.StatusCode} {await accepted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            var job = accepted.Content.Headers.ContentLocation!.PathAndQuery;
            var ended = string.Empty;
            await Until.TrueAsync(
                async () =>
                {
                    using var state = await RequestAsync("GET", job, null, []);
                    ended = $"{(int)state.StatusCode} {await state.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
                    return state.StatusCode != HttpStatusCode.Accepted;
                },
                "the end of the job");
            Assert.True(ended.StartsWith("200 ", StringComparison.Ordinal), $"{path}: {ended}");
        }
    }

    /// <summary>A subscription whose endpoint takes nothing: the log tells of the failure, and of the subscription no more than its id.</summary>
    private async Task DeliverAsync()
    {
        var subscription = new SubscriptionText { Id = $"{Word}-sub", Endpoint = $"http://127.0.0.1:1/{Word}", Headers = [$"Authorization: Bearer {Word}"] };
        using var stored = await RequestAsync("POST", "/fhir/Subscription", subscription.ToString(), []);
        var text = await stored.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)stored.StatusCode == 201, $"{(int)stored.StatusCode} {text}");
        var id = (string)JsonNode.Parse(text)!["id"]!;
        await Until.TrueAsync(
            async () =>
            {
                using var read = await RequestAsync("GET", $"/fhir/Subscription/{id}", null, []);
                return (string?)JsonNode.Parse(await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["status"] == "error";
            },
            "the failure of the handshake");
        await SendAsync("GET", $"/fhir/Subscription/{id}/$status", expected: 200);

        var logged = LoggedId.Of(id);
        Assert.Contains(_log.Lines, line => line.Contains($"Notification of subscription {logged} failed, 1 in a row: no connection", StringComparison.Ordinal));
        await Until.TrueAsync(() => _log.Lines.Any(line => line.Contains($"Subscription {logged} set to error", StringComparison.OrdinalIgnoreCase)), "the new status in the log");
    }

    /// <summary>What a defect says stays inside, in the log and in the answer.</summary>
    private async Task FailAsync()
    {
        _server.Service.Rules = _ => throw new InvalidOperationException($"{Word} in a message");
        using var failed = await HookAsync(CdsClient.CallPath, OwnCall().ToJsonString(), CdsClient.Call);
        Assert.Equal(500, (int)failed.StatusCode);
        AssertWithout(await failed.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> HookAsync(string path, string body, string audience)
        => _client.SendAsync(HttpMethod.Post, path, Draft(_ => { }, audience), new StringContent(body, Encoding.UTF8, "application/json"));

    private async Task SendAsync(
        string method, string path, string? body = null, (string Name, string Value)[]? headers = null, bool caller = true, int? expected = null, Caller? who = null)
    {
        using var response = await RequestAsync(method, path, body, headers ?? [], caller, who);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(expected is null ? (int)response.StatusCode != 500 : (int)response.StatusCode == expected, $"{method} {path}: {(int)response.StatusCode} {text}");
    }

    private Task<HttpResponseMessage> RequestAsync(string method, string path, string? body, (string Name, string Value)[] headers, bool caller = true, Caller? who = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", headers.FirstOrDefault(header => header.Name == "Content-Type").Value ?? "application/fhir+json");
        }

        foreach (var (name, value) in headers.Where(header => header.Name != "Content-Type")) request.Headers.TryAddWithoutValidation(name, value);
        if (caller) request.Headers.TryAddWithoutValidation(CallerHeader.Name, CallerHeader.Of(who ?? Callers.Clinic).Value);
        return _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A call for the patient.</summary>
    private static JsonObject OwnCall()
    {
        var call = Call.OrderSign();
        call["context"]!["patientId"] = Patient;
        foreach (var entry in call["context"]!["draftOrders"]!["entry"]!.AsArray()) entry!["resource"]!["subject"]!["reference"] = $"Patient/{Patient}";
        call["prefetch"]!["patient"] = JsonNode.Parse(PatientText);
        return call;
    }

    private static string Draft(Action<TokenDraft> change, string audience = CdsClient.Call)
    {
        var draft = TokenDraft.Valid("ES384", Key.Id, CdsClient.Issuer, audience, DateTimeOffset.UtcNow);
        draft.Claims["jti"] = $"{Word}-{Guid.NewGuid()}";
        change(draft);
        return draft.Sign(Key);
    }

    private static bool Holds(string text) => text.Contains(Word, StringComparison.OrdinalIgnoreCase);

    private static void AssertWithout(string text)
    {
        var at = text.IndexOf(Word, StringComparison.OrdinalIgnoreCase);
        if (at >= 0) Assert.Fail($"The word stands in: {text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 2_000)]}");
    }

    /// <summary>A defect that tells all it knows, wherever it can.</summary>
    private sealed class Talkative(ILogger<Talkative> logger, IMeterFactory meters) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next)
        {
            var counter = meters.Create("FhirNaltrexone.Talkative").CreateCounter<int>("talkative");
            return app =>
            {
                app.Use((context, following) =>
                {
                    using var scope = logger.BeginScope<string>($"{Word}-scope");
#pragma warning disable CA1848, CA2254, CA1873 // What a defect would look like.
                    logger.LogDebug(new InvalidOperationException($"{Word}-error"), $"{Word}-message {{Value}}", $"{Word}-value");
#pragma warning restore CA1848, CA2254, CA1873
                    counter.Add(1, new KeyValuePair<string, object?>("label", $"{Word}-label"));
                    Activity.Current!.SetTag("tag", $"{Word}-tag").AddBaggage("baggage", $"{Word}-baggage").AddEvent(new($"{Word}-event"));
                    return following(context);
                });
                next(app);
            };
        }
    }
}
