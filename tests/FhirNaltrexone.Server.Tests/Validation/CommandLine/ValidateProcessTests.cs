using System.Diagnostics;
using FhirNaltrexone.Server.Tests.Loading;
using FhirNaltrexone.Server.Validation.CommandLine;

namespace FhirNaltrexone.Server.Tests.Validation.CommandLine;

/// <summary>The verb as a process: exit codes, standard input, formats, packages.</summary>
public sealed class ValidateProcessTests : IDisposable
{
    private const string Good = """{"resourceType":"Patient","id":"a"}""";
    private const string Bad = """{"resourceType":"Patient","id":"b","banana":1}""";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Exit_codes_tell_valid_invalid_and_refused()
    {
        var good = _folder.Write("good.json", Good);
        var bad = _folder.Write("bad.json", Bad);

        Assert.Equal(ValidateExit.Valid, (await RunAsync(null, good)).ExitCode);
        var invalid = await RunAsync(null, "--format", "sarif", good, bad);
        Assert.Equal(ValidateExit.Invalid, invalid.ExitCode);
        Assert.Contains("\"ruleId\": \"NAL-STRUCT-UNKNOWN\"", invalid.Output, StringComparison.Ordinal);
        Assert.Equal(ValidateExit.Refused, (await RunAsync(null, good, _folder.At("nothing"))).ExitCode);
    }

    [Fact]
    public async Task Standard_input_is_read()
    {
        var (exit, output) = await RunAsync($"{Good}\n{Bad}", "-");

        Assert.Equal(ValidateExit.Invalid, exit);
        Assert.Contains("standard input:2:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_package_is_refused()
    {
        var good = _folder.Write("good.json", Good);
        var evil = _folder.WritePackage("evil.tgz", ("package/package.json", "{}"), ("package/../../evil.json", "{}"));

        var (exit, output) = await RunAsync(null, "--package", evil, good);

        Assert.Equal(ValidateExit.Refused, exit);
        Assert.Contains("leads out of it", output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    internal static async Task<(int ExitCode, string Output)> RunAsync(string? input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "validate", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null) await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
