using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.FhirPath;

/// <summary>What an expression may ask of its surroundings. To be shared by all expressions of a resource.</summary>
public sealed class FhirPathContext
{
    /// <summary>A context without anything.</summary>
    public static FhirPathContext None { get; } = new();

    /// <summary><c>%resource</c>: the resource the focus belongs to; when not given, the focus itself.</summary>
    public FhirElement Resource { get; init; }

    /// <summary><c>%rootResource</c>: the resource that contains <see cref="Resource"/>; when not given, <see cref="Resource"/> itself.</summary>
    public FhirElement RootResource { get; init; }

    /// <summary>The instant of <c>now()</c>; its offset is also that of times without one.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Finds what a reference points to, contained resources included; null when it is not here.</summary>
    public Func<string, FhirElement?>? Resolve { get; init; }

    /// <summary>Whether a code, Coding or CodeableConcept is in a value set; null when that cannot be told.</summary>
    public Func<FhirElement, string, bool?>? MemberOf { get; init; }

    /// <summary>Whether the first of two Codings or CodeableConcepts is the same as the second or above it; null when that cannot be told.</summary>
    public Func<FhirElement, FhirElement, bool?>? Subsumes { get; init; }

    /// <summary>Whether an element conforms to a profile; null when that cannot be told.</summary>
    public Func<FhirElement, string, bool?>? ConformsTo { get; init; }

    /// <summary>Steps for all evaluations in this context together; null when each has its own limit only. A context with a budget serves one thread.</summary>
    public FhirPathBudget? Budget { get; init; }

    /// <summary>Further variables, by name without percent sign.</summary>
    public IReadOnlyDictionary<string, FhirPathValue>? Variables { get; init; }

    /// <summary>Further variables that are collections, by name without percent sign; one with a name of the language hides it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FhirPathValue>>? Collections { get; init; }

    /// <summary>What an answer is worth by its questionnaire (<c>weight()</c>); null when it is worth nothing that is known. Null where there are no answers.</summary>
    public Func<FhirElement, decimal?>? WeightOf { get; init; }
}
