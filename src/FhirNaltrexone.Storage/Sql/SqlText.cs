using System.Collections.Frozen;
using System.Reflection;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>The SQL of one engine, read once from the embedded .sql files. What both engines understand lies in the folder they share.</summary>
internal sealed class SqlText
{
    private const string SharedFolder = "Sql/Queries/";

    private static readonly FrozenDictionary<string, string> Files = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
        .ToFrozenDictionary(name => name, Load, StringComparer.Ordinal);

    private readonly string _queryFolder;

    /// <summary>Takes the files of an engine.</summary>
    /// <param name="engine">Its folder.</param>
    public SqlText(string engine)
    {
        _queryFolder = $"{engine}/Queries/";
        var folder = $"{engine}/Migrations/";
        Migrations =
        [
            .. Files.Where(file => file.Key.StartsWith(folder, StringComparison.Ordinal))
                .Select(file => Migration.From(file.Key[folder.Length..], file.Value))
                .OrderBy(migration => migration.Number),
        ];
    }

    /// <summary>All migrations in the order of their numbers.</summary>
    public IReadOnlyList<Migration> Migrations { get; }

    /// <summary>The text of one query: the engine's own, else the shared one.</summary>
    /// <param name="name">File name without folder and ending.</param>
    public string Query(string name)
        => Files.GetValueOrDefault($"{_queryFolder}{name}.sql") ?? Files[$"{SharedFolder}{name}.sql"];

    private static string Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
