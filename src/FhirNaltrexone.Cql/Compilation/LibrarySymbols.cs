using FhirNaltrexone.Cql.Elm;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>What the names of one library mean, and the libraries it includes by their local names.</summary>
internal sealed class LibrarySymbols(ElmLibrary library)
{
    public ElmLibrary Library => library;

    public string Name => library.Name;

    public Dictionary<string, LibrarySymbols> Includes { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (Body Body, CqlDefine Define)> Defines { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (Body Default, int Slot, CqlParameter Parameter)> Parameters { get; } = new(StringComparer.Ordinal);

    public List<Function> Functions { get; } = [];

    public Dictionary<string, CqlVocabulary> CodeSystems { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, CqlVocabulary> ValueSets { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, CqlCode> Codes { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, CqlConcept> Concepts { get; } = new(StringComparer.Ordinal);

    /// <summary>The library a reference names: this one, or an included one; null when it is not included.</summary>
    public LibrarySymbols? Of(string? localName) => localName is null ? this : Includes.GetValueOrDefault(localName);
}
