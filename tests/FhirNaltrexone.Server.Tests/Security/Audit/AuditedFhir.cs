using System.Globalization;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Security.Audit;
using FhirNaltrexone.Server.Tests.Security.Access;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Tests.Security.Audit;

/// <summary>A server that records, with its database at hand.</summary>
internal sealed class AuditedFhir : IDisposable
{
    private const GrantedInteractions All = GrantedInteractions.Create | GrantedInteractions.Read | GrantedInteractions.Update
        | GrantedInteractions.Delete | GrantedInteractions.Search;

    private readonly SqliteFile _file = new();

    public AuditedFhir(params IEnumerable<(string Key, string Value)> settings)
        => Fhir = new([("Storage:ConnectionString", Connection), .. Enforced, .. settings]);

    /// <summary>What makes the service ask who calls; the tests name their callers themselves.</summary>
    public static IReadOnlyList<(string Key, string Value)> Enforced { get; } = [.. CdsClient.EnforcedFor(TestKey.Set(TestKey.P384("key")))];

    public GuardedFhir Fhir { get; }

    public string Connection => _file.Connection;

    public static Caller Clinic { get; } = new()
    {
        Id = "clinic-app",
        Issuer = "https://auth.example.org",
        Token = "token-1",
        User = "Practitioner/doctor",
        Purpose = "TREAT",
        Grants = [new(GrantContext.User, null, All)],
        ChoosesIds = true,
    };

    public static Caller Auditor { get; } = new() { Id = "auditor", Grants = [new(GrantContext.System, "AuditEvent", GrantedInteractions.Read | GrantedInteractions.Search)] };

    /// <summary>The records so far, oldest first, read by the auditor: whose own questions are recorded too, after the answer is made.</summary>
    public async Task<List<JsonNode>> EventsAsync()
    {
        using var response = await Fhir.SendAsync(Auditor, "GET", "/fhir/AuditEvent?_count=1000");
        var bundle = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return [.. (bundle["entry"]?.AsArray() ?? []).Select(entry => entry!["resource"]!).Reverse()];
    }

    /// <summary>Compares all records with their links.</summary>
    public async Task<IReadOnlyList<string>> VerifyAsync(string? anchor = null)
    {
        using var stores = ResourceStores.Open(new StorageOptions { ConnectionString = Connection }, TimeProvider.System);
        var parts = anchor?.Split(':');
        var verification = new AuditVerification(stores, new(null), DateTimeOffset.UtcNow.AddDays(-2190));
        return (await verification.RunAsync(
            parts is null ? [] : [new(long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1])], TestContext.Current.CancellationToken)).Defects;
    }

    /// <summary>How many AuditEvents are not the service's own.</summary>
    public async Task<string> ForeignAsync()
    {
        using var stores = ResourceStores.Open(new StorageOptions { ConnectionString = Connection }, TimeProvider.System);
        return (await stores.Audit.CountForeignAsync(TestContext.Current.CancellationToken)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The end of the chain as it is printed.</summary>
    public async Task<string> HeadAsync()
    {
        using var stores = ResourceStores.Open(new StorageOptions { ConnectionString = Connection }, TimeProvider.System);
        var head = await stores.Audit.HeadAsync(TestContext.Current.CancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{head.Position}:{head.Hash}");
    }

    /// <summary>Does to the database what somebody does who can write to it.</summary>
    public int Execute(string sql) => _file.Execute(sql);

    /// <summary>One value of the database.</summary>
    public string Scalar(string sql) => _file.Scalar(sql);

    public void Dispose()
    {
        Fhir.Dispose();
        _file.Dispose();
    }
}
