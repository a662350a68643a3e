using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FhirNaltrexone.Benchmarks;

/// <summary>A server under load in a process of its own, so that its CPU time is not that of the load.</summary>
internal sealed class ServedProcess : IDisposable
{
    /// <summary>Command line of the floor.</summary>
    public const string ParseVerb = "serve-parse-only";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly string _folder = Directory.CreateTempSubdirectory("fhir-naltrexone-benchmark").FullName;

    private ServedProcess(Func<string, string[]> command, string program = "dotnet")
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Address = (IPEndPoint)probe.LocalEndpoint;
        probe.Stop();
        var start = new ProcessStartInfo(program, command($"http://{Address}")) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, line) => { if (line.Data is not null) Console.Error.WriteLine(line.Data); };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address { get; }

    /// <summary>CPU time of all its threads so far.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Megabytes of memory in use.</summary>
    public long Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 >> 20;
        }
    }

    /// <summary>The product as it is shipped, with its own runtime settings; open to everybody unless they say otherwise.</summary>
    public static ServedProcess StartProduct(params string[] settings)
        => new(url => [Path.Combine(AppContext.BaseDirectory, "FhirNaltrexone.Server.dll"), "--urls", url, "--Security:Mode=Open", .. settings]);

    /// <summary>The product as published for one platform; open to everybody.</summary>
    /// <param name="program">The program.</param>
    public static ServedProcess StartPublished(string program) => new(url => ["--urls", url, "--Security:Mode=Open"], program);

    /// <summary>The limit of reads: <see cref="Fhir.ConstantAnswer"/>.</summary>
    public static ServedProcess StartConstantAnswer() => new(url => [Path.Combine(AppContext.BaseDirectory, "FhirNaltrexone.Benchmarks.dll"), Fhir.ConstantAnswer.Verb, url]);

    /// <summary>The floor: <see cref="ParseOnly"/>.</summary>
    public static ServedProcess StartParseOnly() => new(url => [Path.Combine(AppContext.BaseDirectory, "FhirNaltrexone.Benchmarks.dll"), ParseVerb, url]);

    /// <summary>Sends a request as soon as it listens.</summary>
    /// <returns>The body of the answer.</returns>
    public async Task<string> FirstAnswerAsync(Func<byte[]> request)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var connection = new LoadConnection(Address, request);
                return await connection.SendAsync();
            }
            catch (SocketException) when (waited.Elapsed < Patience)
            {
                await Task.Delay(5);
            }
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
