using System.Diagnostics;
using FhirNaltrexone.Knowledge.Tests.Fixtures;

namespace FhirNaltrexone.Knowledge.Tests.Content;

/// <summary>The authoring tools of <c>profiles/tools</c>, which need Node.js; their packages are installed beside them on first use, as <c>profiles/tools/build</c> does.</summary>
internal static class AuthoringTools
{
    private const string Missing = "NOT TESTED WITH THE AUTHORING TOOLS: node 20 or later and npm are not installed here.";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static string Folder => Path.Combine(Repository.Profiles, "tools");

    /// <summary>Runs one file of their tests. Skips the running test, and says so, where Node.js is not installed.</summary>
    /// <param name="file">Name of the file in <c>profiles/tools/test</c>.</param>
    /// <returns>Exit code, and what was written.</returns>
    public static async Task<(int Code, string Output)> TestAsync(string file)
    {
        if (!IsInstalled("node") || !IsInstalled("npm"))
        {
            await Console.Error.WriteLineAsync(Missing);
            Assert.Skip(Missing);
        }

        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            var (code, output) = await ExecuteAsync("npm", "ci", "--no-audit", "--no-fund");
            Assert.True(code == 0, output);
        }

        return await ExecuteAsync("node", "--test", Path.Combine("test", file));
    }

    private static bool IsInstalled(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<(int Code, string Output)> ExecuteAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var time = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(time.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{program} did not end within {Patience}.\n{await output}{await error}");
        }

        return (process.ExitCode, await output + await error);
    }
}
