namespace FhirNaltrexone.Storage.Sql;

/// <summary>Collects the values of a statement while its text is put together; hands out placeholders and aliases.</summary>
internal sealed class SqlBuilder(SqlDialect dialect)
{
    private readonly List<object> _values = [];
    private int _aliases;

    /// <summary>Keeps a value; the text to put in its place.</summary>
    public string Value(object value)
    {
        _values.Add(value);
        return $"${_values.Count}";
    }

    /// <summary>A table alias not used before in this statement.</summary>
    public string Alias(string stem) => $"{stem}{++_aliases}";

    /// <summary>Whether a column has one of many values; one parameter however many they are.</summary>
    public string In<T>(string column, IReadOnlyCollection<T> values)
        where T : notnull
        => values.Count == 1 ? $"{column} = {Value(values.First())}" : dialect.In(column, Value(dialect.Array(values)));

    /// <summary>The statement with all values so far.</summary>
    public SqlStatement Build(string text) => new(text, _values);
}
