using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Storage.Search.Requests.CodeSets;

/// <summary>Asks the terminology that all else asks as well. Safe to share.</summary>
/// <param name="terminology">Gives the terminology as it is now.</param>
/// <param name="limit">Most codes of a value set.</param>
public sealed class TerminologyCodeSets(Func<TerminologyService> terminology, int limit) : ICodeSets
{
    /// <inheritdoc/>
    public CodeSetAnswer Expand(string valueSet)
    {
        var expanded = terminology().Expand(valueSet, new() { Limit = limit });
        return expanded.Value is { } expansion
            ? CodeSetAnswer.Known([.. expansion.Codes.Select(code => new SystemCode(code.System, code.Code))])
            : CodeSetAnswer.Unknown(expanded.Refusal!.Issues[0].Text);
    }

    /// <inheritdoc/>
    public CodeSetAnswer Ancestors(string system, string code) => Of(system, terminology().Ancestors(system, code));

    /// <inheritdoc/>
    public CodeSetAnswer Descendants(string system, string code) => Of(system, terminology().Descendants(system, code));

    private static CodeSetAnswer Of(string system, Answer<IReadOnlyList<string>> codes) => codes.IsKnown
        ? CodeSetAnswer.Known([.. codes.Value!.Select(code => new SystemCode(system, code))])
        : CodeSetAnswer.Unknown(codes.Problem);
}
