namespace FhirNaltrexone.Server.Tests.Support;

/// <summary>Runs the program as from a shell, with a setting that must keep it from starting.</summary>
internal static class FailedStart
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static readonly StringWriter Errors = new();
    private static readonly TextWriter Guarded = Capture();

    /// <summary>What the program said on standard error.</summary>
    public static Task<string> MessageAsync(string key, string value, string environment = "Development")
        => MessageAsync(environment, ("Security:Mode", "Open"), (key, value));

    /// <summary>The same with several settings.</summary>
    public static async Task<string> MessageAsync(string environment, params (string Key, string Value)[] settings)
    {
        string[] arguments =
            [$"--environment={environment}", "--urls=http://127.0.0.1:0", .. settings.Select(setting => $"--{setting.Key}={setting.Value}")];
        var main = typeof(Program).Assembly.EntryPoint!;

        await OneAtATime.WaitAsync();
        try
        {
            var before = Said().Length;
            var exitCode = await Task.Run(() => (int)main.Invoke(null, [arguments])!).WaitAsync(Patience);

            Assert.Equal(1, exitCode);
            return Said()[before..];
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static string Said()
    {
        lock (Guarded) return Errors.ToString();
    }

    private static TextWriter Capture()
    {
        var guarded = TextWriter.Synchronized(Errors);
        Console.SetError(guarded);
        return guarded;
    }
}
