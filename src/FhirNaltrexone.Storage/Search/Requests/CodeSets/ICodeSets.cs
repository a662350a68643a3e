namespace FhirNaltrexone.Storage.Search.Requests.CodeSets;

/// <summary>Answers what searches with <c>:in</c>, <c>:not-in</c>, <c>:above</c> and <c>:below</c> need to know of terminology.</summary>
public interface ICodeSets
{
    /// <summary>All codes of a value set.</summary>
    /// <param name="valueSet">Canonical URL, with or without version, or a relative reference.</param>
    CodeSetAnswer Expand(string valueSet);

    /// <summary>A code and all that subsume it.</summary>
    /// <param name="system">Code system.</param>
    /// <param name="code">Code.</param>
    CodeSetAnswer Ancestors(string system, string code);

    /// <summary>A code and all it subsumes.</summary>
    /// <param name="system">Code system.</param>
    /// <param name="code">Code.</param>
    CodeSetAnswer Descendants(string system, string code);
}
