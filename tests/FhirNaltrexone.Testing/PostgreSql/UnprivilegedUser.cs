using System.Diagnostics;

namespace FhirNaltrexone.Testing.PostgreSql;

/// <summary>PostgreSQL refuses to run as root: when the tests do (in a container), its programs run as the user its package made.</summary>
internal static class UnprivilegedUser
{
    private const string Name = "postgres";

    /// <summary>How to start a program without privileges.</summary>
    public static ProcessStartInfo Command(string program, params IEnumerable<string> arguments)
    {
        var command = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid", Name, "--regid", Name, "--init-groups", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        command.WorkingDirectory = "/";
        return command;
    }

    /// <summary>Lets that user write to a directory.</summary>
    public static async Task GiveAsync(string directory)
    {
        if (!Environment.IsPrivilegedProcess) return;
        using var process = Process.Start("chown", [Name, directory]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"There is no user {Name} to run PostgreSQL as.");
    }
}
