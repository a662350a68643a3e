namespace FhirNaltrexone.Validation.Content;

/// <summary>
/// How deep what is read may be nested. Many who read a tree go one call deeper with each level: some thousands of levels, which are a few bytes each,
/// would overflow the stack and end the process.
/// </summary>
public static class Nesting
{
    /// <summary>Deepest nesting of a resource, in whatever form: objects and arrays, or elements, narrative included. Readers of JSON stop here by themselves.</summary>
    public const int Resource = 64;

    /// <summary>Deepest nesting of an answer: a bundle of resources that are themselves as deep as may be.</summary>
    public const int Answer = 2 * Resource;
}
