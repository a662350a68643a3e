using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Testing.PostgreSql;

namespace FhirNaltrexone.Benchmarks.Fhir;

/// <summary>The same searches with ten thousand, a hundred thousand and a million resources: what a patient's chart costs must not grow with the others.</summary>
internal static class GrowthBenchmark
{
    private const int Connections = 4;
    private const int Batch = 1000;
    private const double Limit = 2;
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000];
    private static readonly TimeSpan RunTime = TimeSpan.FromSeconds(5);

    /// <summary>Runs on one store, or on both.</summary>
    public static async Task<int> RunAsync(int largest, string? store)
    {
        if (store is null or "sqlite") await OnSqliteAsync(largest);
        if ((store is null or "postgresql") && PostgreSqlServer.IsInstalled) await OnPostgreSqlAsync(largest);
        return 0;
    }

    private static async Task OnSqliteAsync(int largest)
    {
        var folder = Directory.CreateTempSubdirectory("fhir-naltrexone-growth").FullName;
        var file = Path.Combine(folder, "store.db");
        await StoreAsync(new StorageOptions { ConnectionString = $"Data Source={file}" }, largest, () => Size(folder));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task OnPostgreSqlAsync(int largest)
    {
        await using var postgres = new PostgreSqlServer();
        await using var database = await postgres.CreateDatabaseAsync();
        await StoreAsync(
            new StorageOptions { Provider = "PostgreSql", ConnectionString = database.ConnectionString }, largest, () => DatabaseSize(database.ConnectionString));
    }

    private static async Task StoreAsync(StorageOptions options, int largest, Func<long> size)
    {
        Print($"{options.Provider}");
        Print($"    resources   loaded/s   patient+code p50 ms   CPU ms   code+date p50 ms   CPU ms   chained p50 ms   bytes a resource");
        var loaded = 0;
        double? first = null;
        var last = 0.0;
        foreach (var target in Sizes.Where(each => each <= largest))
        {
            var rate = await LoadAsync(options, loaded, target);
            loaded = target;
            using var server = ServedProcess.StartProduct($"--Storage:Provider={options.Provider}", $"--Storage:ConnectionString={options.ConnectionString}");
            await FhirBenchmark.WaitAsync(server);
            var patients = target / Samples.PerPatient;
            var chart = await MeasureAsync(server, () => $"/fhir/Observation?patient=p{Random.Shared.Next(patients)}&code=http://loinc.org|{Samples.Codes[0]}");
            var dense = await MeasureAsync(server, () => $"/fhir/Observation?code=http://loinc.org|{Samples.Codes[1]}&date=ge{Samples.Day(Random.Shared.Next(1000)):yyyy-MM-dd}&_count=20");
            var chained = await MeasureAsync(server, () => $"/fhir/Observation?patient.identifier=https://hospital.example.org/patients|{Random.Shared.Next(patients)}&_count=20");
            Print($"    {target,9}   {rate,8:F0}   {chart.Median,19:F2}   {chart.CpuMilliseconds,6:F3}   {dense.Median,16:F2}   {dense.CpuMilliseconds,6:F3}   {chained.Median,14:F2}   {size() / target,16}");
            first ??= chart.Median;
            last = chart.Median;
        }

        Print($"    patient and code, largest to smallest: {last / first:F2} (limit {Limit})");
    }

    private static async Task<LoadResult> MeasureAsync(ServedProcess server, Func<string> path)
    {
        await LoadResult.MeasureAsync(server, () => Samples.Get(path()), Connections, TimeSpan.FromSeconds(2));
        return await LoadResult.MeasureAsync(server, () => Samples.Get(path()), Connections, RunTime);
    }

    private static async Task<double> LoadAsync(StorageOptions options, int from, int to)
    {
        var extractor = new IndexExtractor(SearchParameterSet.Core, new IndexingOptions());
        using var store = ResourceStores.Open(options, TimeProvider.System);
        var clock = Stopwatch.StartNew();
        for (var start = from; start < to; start += Batch)
        {
            var writes = Enumerable.Range(start, Batch).SelectMany(number => Writes(number, extractor)).ToList();
            await store.Resources.WriteAsync(
                async (unit, cancellation) =>
                {
                    await unit.WriteAsync(writes, cancellation);
                    return Decision.Commit(0);
                },
                CancellationToken.None);
        }

        await store.Resources.AnalyzeAsync(CancellationToken.None);
        return (to - from) / clock.Elapsed.TotalSeconds;
    }

    /// <summary>An Observation, and its Patient before the first of a hundred.</summary>
    private static IEnumerable<ResourceWrite> Writes(int number, IndexExtractor extractor)
    {
        if (number % Samples.PerPatient == 0)
            yield return Write(new ResourceKey("Patient", Samples.Patient(number)), Samples.PatientResource(number / Samples.PerPatient), extractor);
        yield return Write(new ResourceKey("Observation", $"o{number}"), Samples.Observation(number, $"o{number}"), extractor);
    }

    private static ResourceWrite Write(ResourceKey key, byte[] json, IndexExtractor extractor)
    {
        using var document = JsonDocument.Parse(json);
        return new ResourceWrite
        {
            Key = key,
            Version = 1,
            LastUpdated = TimeProvider.System.GetUtcNow(),
            Change = ResourceChange.CreateAs,
            Json = json,
            Index = extractor.Extract(key.Type, document.RootElement),
        };
    }

    private static long Size(string folder) => Directory.GetFiles(folder).Sum(file => new FileInfo(file).Length);

    private static long DatabaseSize(string connectionString)
    {
        using var source = Npgsql.NpgsqlDataSource.Create(connectionString);
        using var command = source.CreateCommand("select pg_database_size(current_database())");
        return (long)command.ExecuteScalar()!;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
