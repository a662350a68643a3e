namespace FhirNaltrexone.Storage.Indexing;

/// <summary>The distinct words of a text.</summary>
/// <param name="Parameter">Key of <c>_text</c> or <c>_content</c>.</param>
/// <param name="Words">Folded words in ordinal order, each with a space before and behind: <c>" daily naltrexone oral "</c>.</param>
public readonly record struct WordsEntry(int Parameter, string Words);
