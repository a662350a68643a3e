namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>Collects problems so that one start shows all of them.</summary>
internal sealed class ProblemList
{
    private readonly List<KnowledgeProblem> _problems = [];

    public int Count => _problems.Count;

    public void Add(string artifact, string message) => _problems.Add(new KnowledgeProblem(artifact, message));

    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new KnowledgeException(_problems);
        }
    }
}
