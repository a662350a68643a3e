using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Server.Terminology.Operations;

/// <summary>Reads the code an operation is about: <c>code</c> with <c>system</c>, or <c>coding</c>, or <c>codeableConcept</c>.</summary>
internal static class CodeInput
{
    /// <summary>The codes; empty for a concept without any, or when something is wrong.</summary>
    /// <param name="input">The parameters.</param>
    /// <param name="system">What stands for the parameter <c>system</c> where there is none; null when it must be given.</param>
    public static IReadOnlyList<CodeQuestion> Read(CallInput input, string? system = null)
    {
        string[] ways = ["code", "coding", "codeableConcept"];
        if (ways.Count(input.Has) != 1)
        {
            input.Fail("code", "Give exactly one of code, coding and codeableConcept.", IssueCodes.Required);
            return [];
        }

        var isSystemInferred = input.Flag("inferSystem") == true;
        var isAbstractAllowed = input.Flag("abstract") == true;
        return [.. Questions(input, system, isSystemInferred).Select(question => question with { IsAbstractAllowed = isAbstractAllowed })];
    }

    private static IEnumerable<CodeQuestion> Questions(CallInput input, string? system, bool isSystemInferred)
    {
        if (!input.Has("code")) return (input.Concept("codeableConcept") ?? One(input.Coding("coding"))).Select(coding => Inferred(coding, system, isSystemInferred));
        var code = input.Text("code") is { Length: > 0 } text ? text : null;
        if (code is null) input.Fail("code", "The parameter code must not be empty.");
        var given = input.Text("system") ?? system;
        if (given is null && !isSystemInferred) input.Fail("system", "A code needs its system; or let it be found out by inferSystem=true.", IssueCodes.Required);
        return code is null ? [] : [new(given, code) { Version = input.Text("systemVersion") ?? input.Text("version"), Display = input.Text("display") }];
    }

    private static IReadOnlyList<CodeQuestion> One(CodeQuestion? question) => question is null ? [] : [question];

    private static CodeQuestion Inferred(CodeQuestion question, string? system, bool isSystemInferred)
        => question.System?.Length > 0 ? question : question with { System = system ?? (isSystemInferred ? null : question.System) };
}
