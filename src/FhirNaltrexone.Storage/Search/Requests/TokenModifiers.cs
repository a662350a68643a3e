using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Storage.Search.Parameters;
using FhirNaltrexone.Storage.Search.Requests.CodeSets;
using FhirNaltrexone.Storage.Search.Requests.Values;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>The modifiers of token parameters (FHIR R4, token modifiers).</summary>
internal static class TokenModifiers
{
    public static SearchExpression? Read(ReadingContext context, FoundParameter parameter, string modifier, IReadOnlyList<string> raw)
        => modifier switch
        {
            "not" => Negated(With(parameter.Keys(), TokenReading.Read(context, raw))),
            "text" => new HasEntry(parameter.Keys(ParameterNames.Text), StringReading.Read(StringMatch.StartsWith, raw)),
            "of-type" => With(parameter.Keys(ParameterNames.OfType), TokenReading.ReadOfType(context, raw)),
            "in" => With(parameter.Keys(), Expanded(context, raw)),
            "not-in" => Negated(With(parameter.Keys(), Expanded(context, raw))),
            "above" => With(parameter.Keys(), Hierarchy(context, raw, context.CodeSets.Ancestors)),
            "below" => With(parameter.Keys(), Hierarchy(context, raw, context.CodeSets.Descendants)),
            _ => ParameterReading.Unsupported(context, modifier, "not", "text", "of-type", "in", "not-in", "above", "below"),
        };

    /// <summary>Codes of value sets.</summary>
    public static TokenTest? Expanded(ReadingContext context, IReadOnlyList<string> raw)
        => Codes(context, raw.Select(text => context.CodeSets.Expand(SearchText.Unescape(text))));

    /// <summary>Codes above or below those given.</summary>
    public static TokenTest? Hierarchy(ReadingContext context, IReadOnlyList<string> raw, Func<string, string, CodeSetAnswer> ask)
    {
        var codes = raw.Select(text => TokenReading.ReadCode(context, text)).OfType<SystemCode>().ToList();
        return codes.Count < raw.Count ? null : Codes(context, codes.Select(code => ask(code.System, code.Code)));
    }

    private static TokenTest? Codes(ReadingContext context, IEnumerable<CodeSetAnswer> answers)
    {
        var codes = new List<SystemCode>();
        foreach (var answer in answers)
        {
            if (answer.Codes is null)
            {
                context.Fail(answer.Problem!, IssueCodes.NotSupported);
                return null;
            }

            codes.AddRange(answer.Codes);
        }

        if (codes.Count <= context.Options.MaxCodes) return TokenReading.Of(codes);
        context.Fail($"more than {context.Options.MaxCodes} codes would have to be searched for.", IssueCodes.TooCostly);
        return null;
    }

    private static HasEntry? With(IReadOnlyList<int> keys, ValueTest? test) => test is null ? null : new HasEntry(keys, test);

    private static Not? Negated(HasEntry? entry) => entry is null ? null : new Not(entry);
}
