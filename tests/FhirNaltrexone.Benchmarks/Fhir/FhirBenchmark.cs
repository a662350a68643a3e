using System.Globalization;
using System.Net.Sockets;
using FhirNaltrexone.Testing.PostgreSql;

namespace FhirNaltrexone.Benchmarks.Fhir;

/// <summary>
/// Interactions of the served REST API on both stores, each beside its limit in the same run: inserts beside raw inserts of the same bytes by the
/// same driver, reads beside raw reads and beside a constant answer of the same web server.
/// </summary>
internal static class FhirBenchmark
{
    private const int Connections = 16;
    private const int Patients = 200;
    private const double CreateLimit = 0.35;
    private const double ReadLimit = 0.3;
    private static readonly TimeSpan WarmTime = TimeSpan.FromSeconds(4);

    private static int _number;

    public static async Task<int> RunAsync(int seconds)
    {
        var duration = TimeSpan.FromSeconds(seconds);
        var constant = await ConstantAsync(duration);
        Print($"{Connections} connections, {seconds} s a run, Observation of {Samples.Observation(1, null).Length} bytes, load generator on the same machine");
        Print($"constant answer            {constant.PerSecond,9:F0} requests/s, {constant.CpuMilliseconds:F3} ms CPU");
        await using (var raw = new RawSqlite())
        {
            await StoreAsync("SQLite", raw, [], constant, duration);
        }

        if (!PostgreSqlServer.IsInstalled) return 0;
        await using var postgres = new PostgreSqlServer();
        await using var rawDatabase = await postgres.CreateDatabaseAsync();
        await using var database = await postgres.CreateDatabaseAsync();
        await using var rawStore = await RawPostgreSql.CreateAsync(rawDatabase.ConnectionString);
        await StoreAsync("PostgreSQL", rawStore, ["--Storage:Provider=PostgreSql", $"--Storage:ConnectionString={database.ConnectionString}"], constant, duration);
        return 0;
    }

    private static async Task StoreAsync(string name, IRawStore raw, string[] settings, LoadResult constant, TimeSpan duration)
    {
        var body = Samples.Observation(1, null);
        var one = await raw.InsertAsync(body, 1, Connections, duration);
        var sixteen = await raw.InsertAsync(body, Connections, Connections, duration);
        var point = await raw.ReadAsync(Connections, duration);
        using var server = ServedProcess.StartProduct(settings);
        await PrepareAsync(server);

        Print($"{name}: raw insert {one:F0} rows/s at 1 per commit, {sixteen:F0} at {Connections} per commit; raw point read {point:F0}/s");
        Print($"                           requests/s   CPU ms   p50 ms   p99 ms   ratio to limit");
        var create = await MeasureAsync(server, "create", () => Samples.Send("POST", "/fhir/Observation", Samples.Observation(Next(), null)), duration);
        Print($"    create                 {Row(create)}   {create.PerSecond / one:F2} of raw insert, {create.PerSecond / sixteen:F2} of raw insert {Connections} per commit (aim {CreateLimit})");
        var read = await MeasureAsync(server, "read", () => Samples.Get($"/fhir/Observation/o{Some()}"), duration);
        Print($"    read                   {Row(read)}   {read.PerSecond / constant.PerSecond:F2} of constant answer (aim {ReadLimit}), {read.PerSecond / point:F2} of raw read");
        var update = await MeasureAsync(server, "update", Update, duration);
        Print($"    update                 {Row(update)}   {update.PerSecond / one:F2} of raw insert");
        var search = await MeasureAsync(server, "search", () => Samples.Get($"/fhir/Observation?code=http://loinc.org|{Samples.Code(Some())}&date=ge{Samples.Day(Some()):yyyy-MM-dd}&_count=20"), duration);
        Print($"    search token and date  {Row(search)}   {search.PerSecond / point:F2} of raw read (20 resources an answer)");
        var chained = await MeasureAsync(server, "chained", () => Samples.Get($"/fhir/Observation?subject:Patient.identifier=https://hospital.example.org/patients|{Some() % Patients}&_count=20"), duration);
        Print($"    chained search         {Row(chained)}   {chained.PerSecond / point:F2} of raw read (20 resources an answer)");
        var transaction = await MeasureAsync(server, "transaction", () => Samples.Send("POST", "/fhir", Samples.Transaction(Next())), duration);
        Print($"    transaction of 10      {Row(transaction)}   {transaction.PerSecond * 10 / sixteen:F2} of raw insert {Connections} per commit, by resources");
        Print($"    memory                 {server.Megabytes} MB");
    }

    private static byte[] Update()
    {
        var number = Next();
        return Samples.Send("PUT", $"/fhir/Observation/u{number % 5000}", Samples.Observation(number, $"u{number % 5000}"));
    }

    private static async Task PrepareAsync(ServedProcess server)
    {
        await WaitAsync(server);
        using var connection = new LoadConnection(server.Address, Prepared().GetEnumerator().Take);
        for (var request = 0; request < Patients * 2; request++) await connection.SendAsync();
    }

    /// <summary>For each patient one request for itself and one transaction with ten Observations o0, o1 …</summary>
    private static IEnumerable<byte[]> Prepared()
    {
        for (var patient = 0; patient < Patients; patient++)
        {
            yield return Samples.Send("PUT", $"/fhir/Patient/p{patient}", Samples.PatientResource(patient));
            var first = patient * 10;
            var entries = Enumerable.Range(first, 10).Select(number =>
                $$$"""{"resource":{{{System.Text.Encoding.UTF8.GetString(Samples.Observation(patient * Samples.PerPatient + number % 10, $"o{number}"))}}},"request":{"method":"PUT","url":"Observation/o{{{number}}}"}}""");
            yield return Samples.Send("POST", "/fhir", System.Text.Encoding.UTF8.GetBytes(
                $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{string.Join(',', entries)}}]}"""));
        }
    }

    private static byte[] Take(this IEnumerator<byte[]> requests) => requests.MoveNext() ? requests.Current : throw new InvalidOperationException("no more requests");

    private static async Task<LoadResult> ConstantAsync(TimeSpan duration)
    {
        using var server = ServedProcess.StartConstantAnswer();
        await WaitAsync(server);
        return await MeasureAsync(server, "constant", () => Samples.Get("/fhir/Observation/o1"), duration);
    }

    private static async Task<LoadResult> MeasureAsync(ServedProcess server, string name, Func<byte[]> next, TimeSpan duration)
    {
        try
        {
            await LoadResult.MeasureAsync(server, next, Connections, WarmTime);
            return await LoadResult.MeasureAsync(server, next, Connections, duration);
        }
        catch (InvalidOperationException error)
        {
            throw new InvalidOperationException($"{name}: {error.Message}", error);
        }
    }

    internal static async Task WaitAsync(ServedProcess server)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(server.Address);
                return;
            }
            catch (SocketException) when (attempt < 600)
            {
                await Task.Delay(50);
            }
        }
    }

    private static int Next() => Interlocked.Increment(ref _number);

    private static int Some() => Random.Shared.Next(Patients * 10);

    private static string Row(LoadResult result) => string.Create(CultureInfo.InvariantCulture,
        $"{result.PerSecond,10:F0}   {result.CpuMilliseconds,6:F3}   {result.Median,6:F2}   {result.Percentile99,6:F2}");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
