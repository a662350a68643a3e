using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>What came of reading a client's request: a value or a refusal, never both.</summary>
public sealed record Reading<T>
    where T : class
{
    private Reading(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>What was read; null when refused.</summary>
    public T? Value { get; }

    /// <summary>Why it was refused; null when read.</summary>
    public Refusal? Refusal { get; }

    /// <summary>A value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Reading<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    /// <param name="refusal">Status and reasons.</param>
    public static implicit operator Reading<T>(Refusal refusal) => new(null, refusal);
}
