namespace FhirNaltrexone.Knowledge;

/// <summary>The content set or its configuration cannot be used. It names every problem found, not only the first.</summary>
public sealed class KnowledgeException : Exception
{
    /// <summary>Makes an exception out of the problems found.</summary>
    /// <param name="problems">At least one problem.</param>
    public KnowledgeException(IReadOnlyList<KnowledgeProblem> problems)
        : base(string.Join(Environment.NewLine, problems))
        => Problems = problems;

    /// <summary>Every problem found, in the order of the checks.</summary>
    public IReadOnlyList<KnowledgeProblem> Problems { get; }
}
