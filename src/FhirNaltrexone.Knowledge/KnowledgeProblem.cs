namespace FhirNaltrexone.Knowledge;

/// <summary>One thing that is wrong with the content set or its configuration.</summary>
/// <param name="Artifact">File, canonical URL, library or threshold key it was found in.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record KnowledgeProblem(string Artifact, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Artifact}: {Message}";
}
