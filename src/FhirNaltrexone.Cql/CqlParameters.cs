namespace FhirNaltrexone.Cql;

/// <summary>
/// Values for library parameters. Immutable: a set bound at start is shared, and <see cref="With(string, string, object?)"/> adds what a request brings.
/// </summary>
public sealed class CqlParameters
{
    private readonly CqlParameterValue[] _values;

    private CqlParameters(CqlParameterValue[] values) => _values = values;

    /// <summary>No values: every parameter takes its default, or null.</summary>
    public static CqlParameters Empty { get; } = new([]);

    /// <summary>
    /// Adds or replaces a value: a CLR or CQL value, a <see cref="System.Text.Json.JsonElement"/> (a FHIR resource), or a list of
    /// those. A name no library declares is ignored at evaluation.
    /// </summary>
    public CqlParameters With(string library, string name, object? value) => With(new CqlParameterValue(library, name, value));

    /// <summary>Adds or replaces several values at once.</summary>
    public CqlParameters With(params ReadOnlySpan<CqlParameterValue> values) => new([.. values, .. _values]);

    /// <summary>The value given last, for values are added in front.</summary>
    internal bool TryGet(string library, string name, out object? value)
    {
        foreach (var bound in _values)
        {
            if (bound.Name != name || bound.Library != library) continue;
            value = bound.Value;
            return true;
        }

        value = null;
        return false;
    }
}
