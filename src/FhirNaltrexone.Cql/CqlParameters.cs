using System.Collections.Immutable;

namespace FhirNaltrexone.Cql;

/// <summary>
/// Values for library parameters. Immutable: a set bound at start is shared, and <see cref="With"/> adds what a request brings.
/// </summary>
public sealed class CqlParameters
{
    private readonly ImmutableDictionary<(string Library, string Name), object?> _values;

    private CqlParameters(ImmutableDictionary<(string Library, string Name), object?> values) => _values = values;

    /// <summary>No values: every parameter takes its default, or null.</summary>
    public static CqlParameters Empty { get; } =
        new(ImmutableDictionary<(string Library, string Name), object?>.Empty);

    /// <summary>
    /// Adds or replaces a value: a CLR or CQL value, a <see cref="System.Text.Json.JsonElement"/> (a FHIR resource), or a list of
    /// those. A name no library declares is ignored at evaluation.
    /// </summary>
    public CqlParameters With(string library, string name, object? value) => new(_values.SetItem((library, name), value));

    internal bool TryGet(string library, string name, out object? value) => _values.TryGetValue((library, name), out value);

    internal ImmutableDictionary<(string Library, string Name), object?> Values => _values;
}
