using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Storage;

/// <summary>Where the service keeps what it has to remember. Section <c>Storage</c> of the configuration.</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>Kind of the database. <c>Sqlite</c>, embedded, is the only one.</summary>
    [Required]
    [RegularExpression("^Sqlite$", ErrorMessage = "Storage:Provider must be Sqlite.")]
    public string Provider { get; set; } = "Sqlite";

    /// <summary>Connection string of the database. A relative file name starts at the working directory; missing directories are made.</summary>
    [Required(ErrorMessage = "Storage:ConnectionString must not be empty.")]
    public string ConnectionString { get; set; } = "Data Source=data/fhir-naltrexone.db";
}
