using System.Globalization;
using FhirNaltrexone.Reliability;
using FhirNaltrexone.Reliability.Kill;
using FhirNaltrexone.Reliability.Linearizability;
using FhirNaltrexone.Reliability.PowerCut;
using FhirNaltrexone.Testing.PostgreSql;

const int Seed = 20_261_125;

var passed = args switch
{
    ["kill", "sqlite", var rounds] => await OnSqliteAsync(target => KillRun.RunAsync(target, Number(rounds), Seed)),
    ["kill", "postgresql", var rounds] => await OnPostgreSqlAsync(target => KillRun.RunAsync(target, Number(rounds), Seed)),
    ["crash", "postgresql", var rounds] => await CrashPostgreSqlAsync(Number(rounds)),
    ["linearizability", "sqlite", var seconds] => await OnSqliteAsync(target => LinearizabilityRun.RunAsync(target, Seconds(seconds))),
    ["linearizability", "postgresql", var seconds] => await OnPostgreSqlAsync(target => LinearizabilityRun.RunAsync(target, Seconds(seconds))),
    ["power-cut", var images] => await PowerCutRun.RunAsync(Number(images), Seed),
    [PowerCutRun.WriteVerb, var file, var synchronous, var transactions] => await BundleWriter.RunAsync(file, synchronous, Number(transactions)),
    _ => Usage(),
};
return passed ? 0 : 1;

static async Task<bool> OnSqliteAsync(Func<Target, Task<bool>> run)
{
    using var folder = new TemporaryFolder();
    return await run(new Target("SQLite", "Sqlite", $"Data Source={Path.Combine(folder.Path, "store.db")}"));
}

static async Task<bool> OnPostgreSqlAsync(Func<Target, Task<bool>> run)
{
    await using var server = new PostgreSqlServer();
    await using var database = await server.CreateDatabaseAsync();
    return await run(new Target("PostgreSQL", "PostgreSql", database.ConnectionString));
}

static async Task<bool> CrashPostgreSqlAsync(int rounds)
{
    await using var server = new PostgreSqlServer();
    await using var database = await server.CreateDatabaseAsync();
    return await CrashRun.RunAsync(new Target("PostgreSQL", "PostgreSql", database.ConnectionString), server.CrashAsync, rounds, Seed);
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(Number(text));

static bool Usage()
{
    Console.Error.WriteLine("usage: kill sqlite|postgresql ROUNDS | crash postgresql ROUNDS | linearizability sqlite|postgresql SECONDS | power-cut IMAGES");
    return false;
}
