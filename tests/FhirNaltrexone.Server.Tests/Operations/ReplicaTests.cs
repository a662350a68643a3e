using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Testing.PostgreSql;

namespace FhirNaltrexone.Server.Tests.Operations;

/// <summary>Two servers that share nothing but a PostgreSQL.</summary>
public sealed class ReplicaTests(PostgreSqlServer postgreSql)
{
    private static readonly (string, string)[] Async = [("Prefer", "respond-async")];

    [Fact]
    public async Task One_takes_the_order_the_other_carries_it_out_and_both_serve_the_files()
    {
        await using var database = await postgreSql.CreateDatabaseAsync();
        using var desk = Replica(database, ("Jobs:Concurrency", "0"));
        await OperationServer.FillAsync(desk);

        var address = await desk.GetAsync("/fhir/Group/cohort/$export", Async).AcceptedAsync();
        using (var waiting = await desk.GetAsync(address)) Assert.Equal(202, (int)waiting.StatusCode);
        using var worker = Replica(database);
        var manifest = await desk.ResultAsync(address);

        var lines = await desk.LinesAsync(manifest, "output");
        Assert.Equal(7, lines.Count);
        Assert.Equal(lines.Keys(), (await worker.LinesAsync(manifest, "output")).Keys());
        using var cancelled = await worker.SendAsync("DELETE", address, null);
        using var after = await desk.GetAsync(address);
        await after.IssueAsync(404);
    }

    [Fact]
    public async Task Imports_later_requests_and_reads_work_there_as_on_SQLite()
    {
        await using var database = await postgreSql.CreateDatabaseAsync();
        using var fhir = Replica(database);
        await OperationServer.FillAsync(fhir);

        var report = await fhir.ResultAsync(await fhir.PostAsync(
            "/fhir/$import", "{\"resourceType\":\"Patient\",\"id\":\"new\"}\n{\"resourceType\":\"Nothing\"}\n", ("Content-Type", "application/fhir+ndjson")).AcceptedAsync());
        Assert.Equal((1, 1), ((int)report["output"]![0]!["created"]!, (int)report["output"]![0]!["refused"]!));

        var later = await fhir.ResultAsync(await fhir.GetAsync("/fhir/Patient/new", Async).AcceptedAsync());
        Assert.Equal("new", (string?)later["entry"]![0]!["resource"]!["id"]);

        using var everything = await fhir.GetAsync("/fhir/Patient/p1/$everything?start=2026-01-01&end=2026-02-28");
        Assert.Equal(4, (await everything.JsonAsync()).Ids().Count);
        using var last = await fhir.GetAsync("/fhir/Observation/$lastn?patient=p1");
        Assert.Equal(["p1-alt"], (await last.JsonAsync()).Ids());
    }

    private static FhirHttp Replica(PostgreSqlDatabase database, params (string Key, string Value)[] settings)
        => new([.. OperationServer.Settings, ("Storage:Provider", "PostgreSql"), ("Storage:ConnectionString", database.ConnectionString), .. settings]);
}
