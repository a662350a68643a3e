using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>Reads versions from rows.</summary>
internal static class VersionRows
{
    /// <summary>What to select, from <c>resource r</c> and <c>resource_version v</c>.</summary>
    public const string Columns = "r.type, r.id, r.number, v.version, v.sequence, v.updated, v.change, v.body";

    /// <summary>Number of those columns.</summary>
    public const int Width = 8;

    public static ResourceVersion Read(ISqlRow row) => new()
    {
        Key = new ResourceKey(ResourceTypes.Name((short)row.Int64(0)), row.Text(1)),
        Number = row.Int64(2),
        Version = (int)row.Int64(3),
        Sequence = row.Int64(4),
        LastUpdated = DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(5)),
        Change = (ResourceChange)row.Int64(6),
        Json = row.Bytes(7),
    };
}
