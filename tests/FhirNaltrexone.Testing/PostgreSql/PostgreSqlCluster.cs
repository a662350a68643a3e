using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace FhirNaltrexone.Testing.PostgreSql;

/// <summary>
/// A running PostgreSQL in a directory of its own, reached at 127.0.0.1. It is deliberately unlike a developer's machine: texts sort by the
/// rules of a language and the zone has an odd offset, so that a query that forgot to say what it means is caught.
/// </summary>
internal sealed class PostgreSqlCluster : IAsyncDisposable
{
    private const int MostRestarts = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // The server ends at a line on standard input, which keeps its files for another start, and when the input closes, as it does when the test
    // process is killed: then its files go too. The script ends with the server, also when that crashed or could not start.
    private const string RunUntilTold = """
        files="$1"; shift
        exec 2>> "$files/log" 3<&0
        "$@" & server=$!
        (read -r line <&3 || touch "$files/gone"; kill -INT $server) &
        wait $server
        [ ! -e "$files/gone" ] || rm -rf "$files"
        """;

    private readonly string _directory;
    private readonly int _port;
    private readonly string _binaries;
    private Process? _server;

    private PostgreSqlCluster(string binaries, string directory, int port)
        => (_binaries, _directory, _port, _server) = (binaries, directory, port, Launch(binaries, directory, port));

    /// <summary>Connection string of a database; pooling as the driver does by default.</summary>
    public string ConnectionString(string database)
        => new NpgsqlConnectionStringBuilder
        {
            Host = IPAddress.Loopback.ToString(),
            Port = _port,
            Username = "postgres",
            Database = database,
            IncludeErrorDetail = true,
            MaxPoolSize = 40,
            CommandTimeout = 120,
        }.ConnectionString;

    public static async Task<PostgreSqlCluster> StartAsync(string binaries)
    {
        var directory = Directory.CreateTempSubdirectory("fhir-naltrexone-postgresql-").FullName;
        await UnprivilegedUser.GiveAsync(directory);
        await RunAsync(UnprivilegedUser.Command(
            Path.Combine(binaries, "initdb"), "--pgdata", Data(directory), "--username", "postgres", "--auth", "trust", "--encoding", "UTF8",
            "--locale", "C.UTF-8", "--locale-provider", "icu", "--icu-locale", "en-US", "--no-instructions"));
        var cluster = new PostgreSqlCluster(binaries, directory, FreePort());
        await cluster.WaitAsync();
        return cluster;
    }

    /// <summary>Runs a command on the maintenance database.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Kills the server with SIGKILL and starts it again on the same files, as after a crash of the machine's database.</summary>
    public async Task CrashAsync()
    {
        // The script that started it ends with it.
        using (var postmaster = Process.GetProcessById(Postmaster())) postmaster.Kill(entireProcessTree: true);
        await _server!.WaitForExitAsync();
        await StopAsync();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await RestartAsync();
                return;
            }
            catch (NpgsqlException) when (attempt < MostRestarts && _server is { HasExited: true })
            {
                // A process of the dead server may still hold its shared memory: the new one refuses to start until it is gone.
                await StopAsync();
                await Task.Delay(100 * attempt);
            }
        }
    }

    /// <summary>Ends the server and its connections; its data stay.</summary>
    public async Task StopAsync()
    {
        if (_server is null) return;
        if (!_server.HasExited) await _server.StandardInput.WriteLineAsync("stop");
        _server.StandardInput.Close();
        await _server.WaitForExitAsync();
        _server.Dispose();
        _server = null;
    }

    /// <summary>Starts the server anew on the same data and address.</summary>
    public async Task RestartAsync()
    {
        _server = Launch(_binaries, _directory, _port);
        await WaitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await StopAsync();
        if (Directory.Exists(_directory)) Directory.Delete(_directory, recursive: true);
    }

    private int Postmaster() => int.Parse(File.ReadLines(Path.Combine(Data(_directory), "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private static Process Launch(string binaries, string directory, int port)
    {
        var command = UnprivilegedUser.Command(
            "/bin/sh", "-c", RunUntilTold, "sh", directory, Path.Combine(binaries, "postgres"),
            "-D", Data(directory), "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={directory}", "-c", "fsync=on",
            "-c", "max_connections=200", "-c", "timezone=Asia/Kathmandu");
        command.RedirectStandardInput = true;
        return Process.Start(command)!;
    }

    private async Task WaitAsync()
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (waited.Elapsed < Patience && _server is { HasExited: false })
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task RunAsync(ProcessStartInfo command)
    {
        command.RedirectStandardError = true;
        command.RedirectStandardOutput = true;
        using var process = Process.Start(command)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command.FileName} failed: {error}");
    }

    private static string Data(string directory) => Path.Combine(directory, "data");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
