namespace FhirNaltrexone.Validation.Elements;

/// <summary>Finds the children of a type by their names in JSON, as bytes, without making strings.</summary>
internal sealed class ChildTable
{
    private readonly ChildDefinition[]?[] _byLength;

    /// <summary>Makes a table of children.</summary>
    public ChildTable(IReadOnlyList<ChildDefinition> children)
    {
        _byLength = new ChildDefinition[]?[children.Count == 0 ? 0 : children.Max(each => each.Utf8Name.Length) + 1];
        foreach (var group in children.GroupBy(each => each.Utf8Name.Length)) _byLength[group.Key] = [.. group];
    }

    /// <summary>The child with a name; null when there is none.</summary>
    public ChildDefinition? Find(ReadOnlySpan<byte> name)
    {
        if (name.Length >= _byLength.Length || _byLength[name.Length] is not { } candidates) return null;
        foreach (var candidate in candidates)
        {
            if (name.SequenceEqual(candidate.Utf8Name)) return candidate;
        }

        return null;
    }
}
