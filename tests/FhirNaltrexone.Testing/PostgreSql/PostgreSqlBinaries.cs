using System.Globalization;

namespace FhirNaltrexone.Testing.PostgreSql;

/// <summary>Where the programs of PostgreSQL are on this machine.</summary>
internal static class PostgreSqlBinaries
{
    private const string Root = "/usr/lib/postgresql";

    /// <summary>The folder of the newest version installed; null when there is none.</summary>
    public static string? Newest()
        => !Directory.Exists(Root)
            ? null
            : Directory.GetDirectories(Root)
                .Where(folder => File.Exists(Path.Combine(folder, "bin", "initdb")) && File.Exists(Path.Combine(folder, "bin", "postgres")))
                .OrderByDescending(folder => Version(Path.GetFileName(folder)))
                .Select(folder => Path.Combine(folder, "bin"))
                .FirstOrDefault();

    private static int Version(string name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
