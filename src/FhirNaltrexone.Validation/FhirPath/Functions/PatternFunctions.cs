using System.Text.RegularExpressions;
using FhirNaltrexone.Validation.FhirPath.Compilation;
using FhirNaltrexone.Validation.FhirPath.Nodes;

namespace FhirNaltrexone.Validation.FhirPath.Functions;

/// <summary>Functions of regular expressions (FHIRPath N1, 5.6). A match anywhere in the text counts; <c>matchesFull</c> of the following release wants the whole.</summary>
internal static class PatternFunctions
{
    /// <summary>What reading a pattern costs that is not known before.</summary>
    private const int ReadingPrice = 1_000;

    public static IReadOnlyList<FunctionEntry> Entries { get; } =
    [
        new("matches", 1, 1, call => Matches(call, pattern => pattern)),
        new("matchesFull", 1, 1, call => Matches(call, pattern => $@"\A(?:{pattern})\z")),
        new("replaceMatches", 2, 2, ReplaceMatches),
    ];

    private static ScalarNode Matches(FunctionCall call, Func<string, string> frame)
    {
        var known = Known(call, frame);
        return call.Scalar((in input, in pattern, in _, site) =>
        {
            var (text, regex) = (TextFunctions.Input(input, site), known ?? Read(pattern, frame, site));
            return FhirPathValue.Of(Patterns.Use(regex, pattern => pattern.IsMatch(text), site));
        });
    }

    private static ScalarNode ReplaceMatches(FunctionCall call)
    {
        var known = Known(call, pattern => pattern);
        return call.Scalar((in input, in pattern, in substitution, site) =>
        {
            var (text, regex) = (TextFunctions.Input(input, site), known ?? Read(pattern, same => same, site));
            var replacement = TextFunctions.Argument(substitution, site);
            site.Run.PayForText((text.Length + 1L) * (replacement.Length + 1L));
            return FhirPathValue.Of(Patterns.Use(regex, pattern => pattern.Replace(text, replacement), site));
        });
    }

    /// <summary>The pattern where it is written in the expression.</summary>
    private static Regex? Known(FunctionCall call, Func<string, string> frame)
        => call.Argument(0) is LiteralNode { Value.Text: { } pattern } literal ? Patterns.Read(frame(pattern), literal.Position) : null;

    private static Regex Read(in FhirPathValue pattern, Func<string, string> frame, CallSite site)
    {
        site.Run.Step(ReadingPrice);
        return Patterns.Read(frame(TextFunctions.Argument(pattern, site)), site.Position);
    }
}
