using System.Diagnostics;
using System.Security.Cryptography;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Clients;

/// <summary>The clients of <c>tests/clients</c>, installed once for each state of their lock file into the folder for temporary files.</summary>
internal static class NodePackages
{
    private const string Missing = "NOT TESTED WITH CLIENTS OF NODE.JS: node 20 or later and npm are not installed here.";
    private const int EnoughBytes = 8;
    private static readonly TimeSpan InstallPatience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ScriptPatience = TimeSpan.FromMinutes(3);
    private static readonly Lazy<Task<string>> Folder = new(InstallAsync);

    private static string Source => Path.Combine(Repository.Root, "tests", "clients");

    /// <summary>Runs a script against a server. Skips the running test, and says so, where Node.js is not installed.</summary>
    /// <param name="script">The script.</param>
    /// <param name="server">The server.</param>
    /// <param name="more">Arguments besides the FHIR base.</param>
    /// <returns>Exit code, and what it wrote.</returns>
    public static async Task<(int Code, string Output)> RunAsync(string script, Uri server, params string[] more)
    {
        if (!IsInstalled("node") || !IsInstalled("npm"))
        {
            await Console.Error.WriteLineAsync(Missing);
            Assert.Skip(Missing);
        }

        var folder = Path.Combine(await Folder.Value, $"run-{Path.GetRandomFileName()}");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Source, "*.mjs")) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var result = await ExecuteAsync("node", folder, ScriptPatience, [script, $"{server.GetLeftPart(UriPartial.Authority)}/fhir", .. more]);
        Directory.Delete(folder, recursive: true);
        return result;
    }

    private static bool IsInstalled(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<string> InstallAsync()
    {
        string[] files = ["package.json", "package-lock.json"];
        var state = Convert.ToHexStringLower(SHA256.HashData([.. files.SelectMany(file => File.ReadAllBytes(Path.Combine(Source, file)))])[..EnoughBytes]);
        var folder = Path.Combine(Path.GetTempPath(), $"fhir-naltrexone-clients-{state}");
        if (Directory.Exists(folder)) return folder;

        // Installed aside and moved when whole: another run of the tests may do the same at the same time.
        var aside = Directory.CreateTempSubdirectory("fhir-naltrexone-clients-").FullName;
        foreach (var file in files) File.Copy(Path.Combine(Source, file), Path.Combine(aside, file));
        var (code, output) = await ExecuteAsync("npm", aside, InstallPatience, "ci", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund");
        Assert.True(code == 0, output);
        try
        {
            Directory.Move(aside, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(aside, recursive: true);
        }

        return folder;
    }

    private static async Task<(int Code, string Output)> ExecuteAsync(string program, string folder, TimeSpan patience, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var time = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(time.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{program} did not end within {patience}.\n{await output}{await error}");
        }

        return (process.ExitCode, await output + await error);
    }
}
