namespace FhirNaltrexone.Cql;

/// <summary>Named values in a fixed order: a CQL tuple, or an instance of a class that CQL text builds.</summary>
public sealed class CqlTuple
{
    private readonly string[] _names;
    private readonly object?[] _values;

    /// <summary>Makes a tuple from names and values of equal length.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public CqlTuple(IReadOnlyList<string> names, IReadOnlyList<object?> values)
        : this([.. names], [.. values], null)
    {
        if (names.Count != values.Count) throw new ArgumentException("A tuple needs one value per name.", nameof(values));
    }

    internal CqlTuple(string[] names, object?[] values, string? className)
    {
        _names = names;
        _values = values;
        ClassName = className;
    }

    /// <summary>The element names in order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The value of an element; null when it is null or the tuple has no such element.</summary>
    public object? this[string name]
    {
        get
        {
            var index = IndexOf(name);
            return index < 0 ? null : _values[index];
        }
    }

    /// <summary>Name of the FHIR type for an instance built by CQL; null for a plain tuple.</summary>
    internal string? ClassName { get; }

    internal object?[] Values => _values;

    /// <summary>The place of an element; below zero without it. The compiler interns names, so that most are found without comparing text.</summary>
    internal int IndexOf(string name)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (ReferenceEquals(_names[i], name)) return i;
        }

        return Array.IndexOf(_names, name);
    }
}
