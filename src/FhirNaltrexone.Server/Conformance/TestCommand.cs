using System.CommandLine;
using FhirNaltrexone.Server.Conformance.Asserts;
using FhirNaltrexone.Server.Conformance.Reports;
using FhirNaltrexone.Server.Conformance.Running;
using FhirNaltrexone.Server.Conformance.Scripts;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Conformance;

/// <summary>The verb <c>test</c>: runs TestScripts against a server and writes TestReports.</summary>
internal static class TestCommand
{
    private const long MaxAnswerBytes = 64 << 20;
    private const long MaxScriptBytes = 16 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Argument<string[]> Paths = new("paths")
    {
        Description = "TestScripts of FHIR R4, JSON or XML, and folders with them.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Server = new("--server") { Description = "Base URL of the server, such as http://127.0.0.1:5080/fhir.", Required = true };
    private static readonly Option<string?> Out = new("--out") { Description = "Folder that a TestReport for each script is written to." };

    /// <summary>The command.</summary>
    /// <param name="validate">Validates a resource, given as UTF-8 JSON, against a profile.</param>
    public static Command Create(Func<ReadOnlyMemory<byte>, string, IReadOnlyList<Issue>> validate)
    {
        Server.Validators.Add(result =>
        {
            if (!Uri.TryCreate(result.GetValue(Server), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                result.AddError("--server must be an absolute URL with http or https.");
        });
        var command = new Command("test", "Runs TestScripts against a FHIR R4 server.") { Paths, Server, Out };
        command.SetAction((result, cancellationToken) => RunAsync(result, new Assertions(new ProfileAssertion(validate)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, Assertions assertions, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = System.Net.DecompressionMethods.All };
        using var http = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = MaxAnswerBytes };
        var client = new ScriptClient(http, result.GetRequiredValue(Server).TrimEnd('/'));
        var exit = TestExit.Passed;
        foreach (var path in result.GetRequiredValue(Paths))
        {
            if (ScriptFiles.Find(path) is not { Count: > 0 } files)
            {
                await Console.Error.WriteLineAsync($"{path} is no file, and no folder with scripts.").ConfigureAwait(false);
                exit = TestExit.Unusable;
                continue;
            }

            foreach (var file in files)
            {
                exit = Math.Max(exit, await RunAsync(file, client, assertions, result.GetValue(Out), cancellationToken).ConfigureAwait(false));
            }
        }

        return exit;
    }

    private static async Task<int> RunAsync(string file, ScriptClient client, Assertions assertions, string? folder, CancellationToken cancellationToken)
    {
        var reading = await ReadAsync(file, cancellationToken).ConfigureAwait(false);
        if (reading.Script is not { } script)
        {
            foreach (var issue in reading.Issues) await Console.Error.WriteLineAsync($"{file} cannot be run: {issue.Expression} {issue.Text}").ConfigureAwait(false);
            return TestExit.Unusable;
        }

        var report = await new ScriptRun(script, client, assertions, TimeProvider.System).RunAsync(cancellationToken).ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"{(report.IsPassed ? "pass" : "FAIL")} {report.Passed}/{report.Tests.Count} {file}").ConfigureAwait(false);
        if (report.FirstFailure is { } failure) await Console.Out.WriteLineAsync($"  {failure}").ConfigureAwait(false);
        if (folder is not null) await WriteAsync(folder, file, report, cancellationToken).ConfigureAwait(false);
        return report.IsPassed ? TestExit.Passed : TestExit.Failed;
    }

    private static async Task<ScriptReading> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return new FileInfo(file).Length > MaxScriptBytes
                ? ScriptReading.Bad(IssueCodes.TooLong, $"It has more than {MaxScriptBytes} bytes.")
                : ScriptReader.Read(await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false), Path.GetDirectoryName(Path.GetFullPath(file)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return ScriptReading.Bad(IssueCodes.NotFound, "The file cannot be read.");
        }
    }

    private static async Task WriteAsync(string folder, string file, RunReport report, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(file)}-report.json");
        await File.WriteAllBytesAsync(path, TestReportJson.Write(report).ToArray(), cancellationToken).ConfigureAwait(false);
    }
}
