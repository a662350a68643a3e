using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Storage;

/// <summary>Where the service keeps what it has to remember. Section <c>Storage</c> of the configuration.</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>The embedded database.</summary>
    public const string Sqlite = "Sqlite";

    /// <summary>The database that several processes of the service share.</summary>
    public const string PostgreSql = "PostgreSql";

    /// <summary>Kind of the database: <see cref="Sqlite"/>, embedded, or <see cref="PostgreSql"/>.</summary>
    [Required]
    [RegularExpression("^(Sqlite|PostgreSql)$", ErrorMessage = "Storage:Provider must be Sqlite or PostgreSql.")]
    public string Provider { get; set; } = Sqlite;

    /// <summary>Connection string of the database. For SQLite, a relative file name starts at the working directory; missing directories are made.</summary>
    [Required(ErrorMessage = "Storage:ConnectionString must not be empty.")]
    public string ConnectionString { get; set; } = "Data Source=data/fhir-naltrexone.db";

    /// <summary>File with the connection string, in its place: for one that holds a password. Whoever reads the settings reads the file.</summary>
    public string? ConnectionStringFile { get; set; }

    /// <summary>Time for one search; a longer one is given up.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ErrorMessage = "Storage:SearchTimeout must be between 0.1 seconds and one hour.")]
    public TimeSpan SearchTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
