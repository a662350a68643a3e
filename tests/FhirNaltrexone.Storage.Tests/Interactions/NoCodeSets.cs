using FhirNaltrexone.Storage.Search.Requests.CodeSets;

namespace FhirNaltrexone.Storage.Tests.Interactions;

/// <summary>Knows no terminology: conditional interactions are tried with identifiers.</summary>
internal sealed class NoCodeSets : ICodeSets
{
    public CodeSetAnswer Expand(string valueSet) => CodeSetAnswer.Unknown("There are no value sets here.");

    public CodeSetAnswer Ancestors(string system, string code) => CodeSetAnswer.Unknown("There are no code systems here.");

    public CodeSetAnswer Descendants(string system, string code) => CodeSetAnswer.Unknown("There are no code systems here.");
}
