using System.Diagnostics.CodeAnalysis;

namespace FhirNaltrexone.Validation.Terminology;

/// <summary>A value, or why it cannot be told: what terminology does not know here is never guessed.</summary>
/// <typeparam name="T">Kind of value. A nullable one can say that there is none, which is something known.</typeparam>
public readonly record struct Answer<T>
{
    /// <summary>A known value.</summary>
    /// <param name="value">The value.</param>
    public Answer(T value) => Value = value;

    private Answer(T? value, string problem) => (Value, Problem) = (value, problem);

    /// <summary>The value; default when unknown.</summary>
    public T? Value { get; }

    /// <summary>Why it is unknown, as a sentence; null when known.</summary>
    public string? Problem { get; }

    /// <summary>Whether the value is known.</summary>
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsKnown => Problem is null;

    /// <summary>No answer.</summary>
    /// <param name="problem">Why, as a sentence.</param>
    [SuppressMessage("Design", "CA1000", Justification = "The type of the answer is what is asked for.")]
    public static Answer<T> Unknown(string problem) => new(default, problem);
}
