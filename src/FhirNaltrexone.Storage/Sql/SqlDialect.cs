using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>Where the two engines are written differently. Everything else is the same text for both.</summary>
internal abstract class SqlDialect
{
    /// <summary>The SQL files of the engine.</summary>
    public abstract SqlText Texts { get; }

    /// <summary>How many characters of a text its index holds; null for all.</summary>
    public abstract int? IndexedLength { get; }

    /// <summary>A list as one value.</summary>
    public abstract object Array<T>(IReadOnlyCollection<T> values)
        where T : notnull;

    /// <summary>Whether a column has one of the values of an array.</summary>
    public abstract string In(string column, string array);

    /// <summary>A table of keys with columns type and id, for a from clause.</summary>
    public abstract string Keys(SqlBuilder sql, IReadOnlyCollection<ResourceKey> keys, string alias);

    /// <summary>What of a text column its index holds.</summary>
    public abstract string Indexed(string column);

    /// <summary>
    /// A column that no index is to be chosen for. SQLite has no figures on what is stored: it would answer "is one of this resource's dates later"
    /// by going through all later dates of all resources.
    /// </summary>
    public abstract string Unindexed(string column);

    /// <summary>The end of a subquery whose rows are to be read in an order, only as far as they are needed; empty where the engine does so by itself.</summary>
    public abstract string InOrder(string order);

    /// <summary>Whether a text contains another one.</summary>
    public abstract string Contains(string text, string part);
}
