namespace FhirNaltrexone.Storage.Search.Requests.CodeSets;

/// <summary>Codes, or why they cannot be told; an unknown set is never an empty one.</summary>
public sealed record CodeSetAnswer
{
    private CodeSetAnswer(IReadOnlyList<SystemCode>? codes, string? problem) => (Codes, Problem) = (codes, problem);

    /// <summary>The codes, distinct; null when unknown.</summary>
    public IReadOnlyList<SystemCode>? Codes { get; }

    /// <summary>Why they are unknown, as a sentence for the client; null when known.</summary>
    public string? Problem { get; }

    /// <summary>Codes.</summary>
    /// <param name="codes">Distinct codes.</param>
    public static CodeSetAnswer Known(IReadOnlyList<SystemCode> codes) => new(codes, null);

    /// <summary>No answer.</summary>
    /// <param name="problem">Why, as a sentence.</param>
    public static CodeSetAnswer Unknown(string problem) => new(null, problem);
}
