using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Sqlite;

namespace FhirNaltrexone.Reliability.PowerCut;

/// <summary>Opens the embedded store as the product does, or weakened for the control.</summary>
internal static class PowerCutStore
{
    /// <summary>The product's setting.</summary>
    public const string Full = "full";

    /// <summary>The control's: commits return before they are on the disk.</summary>
    public const string Normal = "normal";

    /// <summary>Opens the store.</summary>
    public static ResourceStores Open(string file, string synchronous)
    {
        var options = new StorageOptions { ConnectionString = $"Data Source={file}" };
        if (synchronous == Full) return ResourceStores.Open(options, TimeProvider.System);
        var database = SqliteDatabase.Create(options.ConnectionString, TimeProvider.System.GetUtcNow(), "pragma synchronous = normal;");
        return ResourceStores.OpenSqlite(database, options, TimeProvider.System);
    }
}
