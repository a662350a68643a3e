using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Sql;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>Statements that store versions, their columns as arrays.</summary>
internal static class PostgreSqlVersionWriter
{
    public static SqlStatement Create(ResourceVersion[] versions) => Named(
        "resource-insert", Of(versions, version => version.Number), Of(versions, version => ResourceTypes.Number(version.Key.Type)),
        Of(versions, version => version.Key.Id), Of(versions, version => version.Sequence), Of(versions, Updated),
        Of(versions, version => version.IsDeleted));

    public static SqlStatement Update(ResourceVersion[] versions) => Named(
        "resource-update", Of(versions, version => version.Number), Of(versions, version => version.Version),
        Of(versions, version => version.Sequence), Of(versions, Updated), Of(versions, version => version.IsDeleted));

    public static SqlStatement Log(ResourceVersion[] versions) => Named(
        "version-insert", Of(versions, version => version.Sequence), Of(versions, version => version.Number),
        Of(versions, version => version.Version), Of(versions, version => ResourceTypes.Number(version.Key.Type)), Of(versions, Updated),
        Of(versions, version => (short)version.Change), Of(versions, version => version.Json));

    private static long Updated(ResourceVersion version) => version.LastUpdated.ToUnixTimeMilliseconds();

    private static T[] Of<T>(ResourceVersion[] versions, Func<ResourceVersion, T> column) => Array.ConvertAll(versions, version => column(version));

    private static SqlStatement Named(string name, params object[] values) => new(PostgreSqlDialect.Instance.Texts.Query(name), values);
}
