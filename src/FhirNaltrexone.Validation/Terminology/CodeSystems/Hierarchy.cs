namespace FhirNaltrexone.Validation.Terminology.CodeSystems;

/// <summary>Walks up and down between concepts. Circles in the content do no harm.</summary>
internal static class Hierarchy
{
    /// <summary>A concept and all above it.</summary>
    public static IReadOnlySet<Concept> Ancestors(Concept concept) => Reach(concept, static one => one.Parents);

    /// <summary>A concept and all below it.</summary>
    public static IReadOnlySet<Concept> Descendants(Concept concept) => Reach(concept, static one => one.Children);

    private static HashSet<Concept> Reach(Concept start, Func<Concept, IReadOnlyList<Concept>> next)
    {
        var reached = new HashSet<Concept> { start };
        var open = new Queue<Concept>(reached);
        while (open.TryDequeue(out var one))
        {
            foreach (var other in next(one).Where(reached.Add)) open.Enqueue(other);
        }

        return reached;
    }
}
