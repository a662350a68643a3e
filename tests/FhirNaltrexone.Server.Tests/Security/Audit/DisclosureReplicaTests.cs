using System.Net;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Testing.PostgreSql;
using static FhirNaltrexone.Server.Tests.Security.Sensitivity.ConsentText;

namespace FhirNaltrexone.Server.Tests.Security.Audit;

/// <summary>Several processes on one PostgreSQL make the index of the same records, and the accounts of disclosures once.</summary>
public sealed class DisclosureReplicaTests(PostgreSqlServer postgreSql)
{
    private const int Reads = 40;

    [Fact]
    public async Task Two_processes_account_for_each_disclosure_once()
    {
        var database = await postgreSql.CreateDatabaseAsync();
        using (var one = Start(database))
        using (var two = Start(database))
        {
            await one.PutAsync(Callers.Other, """{"resourceType":"Patient","id":"p"}""");
            await one.PutAsync(Callers.Programme, """{"resourceType":"Condition","id":"flu","subject":{"reference":"Patient/p"},"code":{"text":"influenza"} }""");
            await one.PutAsync(Callers.Programme, Consent("c", Provision("permit").Labelled("SUD").ToClient("clinic")).ToJsonString());

            await Task.WhenAll(Enumerable.Range(0, Reads).Select(n => (n % 2 == 0 ? one : two).GetAsync(Callers.Clinic, "Condition/flu")));
            var found = await Task.WhenAll(new[] { one, two, one, two }.Select(server => server.GetAsync(Patient, "Provenance?target=Condition/flu&_count=1000")));

            Assert.All(found, bundle => Assert.Equal(Reads, bundle["entry"]!.AsArray().Select(entry => (string?)entry!["resource"]!["id"]).Distinct().Count()));
            Assert.All(found, bundle => Assert.Equal(Reads, bundle["entry"]!.AsArray().Count));
            Assert.All(found[0]["entry"]!.AsArray(), entry => Assert.Equal("1", (string?)entry!["resource"]!["meta"]!["versionId"]));
            using var refused = await two.SendAsync(Callers.Clinic, "DELETE", $"Provenance/{found[0]["entry"]![0]!["resource"]!["id"]}");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        await database.DisposeAsync();
    }

    private static Caller Patient { get; } = new()
    {
        Id = "portal",
        User = "Patient/p",
        Patient = "p",
        Grants = [new(GrantContext.Patient, null, GrantedInteractions.Read | GrantedInteractions.Search)],
    };

    private static AccessServer Start(PostgreSqlDatabase database) => new(null,
    [
        ("Storage:Provider", StorageOptions.PostgreSql), ("Storage:ConnectionString", database.ConnectionString), .. CdsClient.EnforcedFor(TestKey.Set(TestKey.P384("key"))),
    ]);
}
