using System.Collections.Frozen;
using System.Reflection;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>The SQL of this assembly, read once from the embedded .sql files.</summary>
internal static class SqlText
{
    private const string QueryFolder = "Sqlite/Queries/";
    private const string MigrationFolder = "Sqlite/Migrations/";

    private static readonly FrozenDictionary<string, string> Files = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .ToFrozenDictionary(name => name, Load, StringComparer.Ordinal);

    /// <summary>All migrations in the order of their numbers.</summary>
    public static IReadOnlyList<Migration> Migrations { get; } =
    [
        .. Files.Where(file => file.Key.StartsWith(MigrationFolder, StringComparison.Ordinal))
            .Select(file => Migration.From(file.Key[MigrationFolder.Length..], file.Value))
            .OrderBy(migration => migration.Number),
    ];

    /// <summary>The text of one query.</summary>
    /// <param name="name">File name without folder and ending.</param>
    public static string Query(string name) => Files[$"{QueryFolder}{name}.sql"];

    private static string Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
