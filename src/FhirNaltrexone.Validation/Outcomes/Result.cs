using System.Diagnostics.CodeAnalysis;

namespace FhirNaltrexone.Validation.Outcomes;

/// <summary>What came of a client's request: a value or a refusal, never both. An expected failure is a value until the edge.</summary>
/// <typeparam name="T">Kind of value.</typeparam>
public readonly record struct Result<T>
    where T : class
{
    private Result(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The value; null when refused.</summary>
    public T? Value { get; }

    /// <summary>Why not: 400 for what is asked wrongly, 404 for what is not here, 422 for what cannot be decided or costs too much.</summary>
    public Refusal? Refusal { get; }

    /// <summary>A value.</summary>
    /// <param name="value">The value.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "A result is made where it is returned.")]
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    /// <param name="refusal">Why.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "A result is made where it is returned.")]
    public static implicit operator Result<T>(Refusal refusal) => new(null, refusal);
}
