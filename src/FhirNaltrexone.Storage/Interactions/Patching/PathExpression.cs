using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Hl7.Fhir.FhirPath;
using Hl7.Fhir.Model;
using Hl7.FhirPath;
using Hl7.FhirPath.Expressions;

namespace FhirNaltrexone.Storage.Interactions.Patching;

/// <summary>
/// The path of a FHIRPath Patch operation. Only navigation and filters are let through, so that a path costs no more than the resource is long, and
/// nothing reaches the parser that could exhaust it.
/// </summary>
internal sealed class PathExpression
{
    private const int MaxLength = 2_000;
    private const int MaxNesting = 64;
    private const int MaxSteps = 200;
    private const int MaxDigits = 9;

    private static readonly FrozenSet<string> Functions = FrozenSet.Create(
        StringComparer.Ordinal,
        "where", "first", "last", "tail", "skip", "take", "single", "extension", "ofType", "as", "is", "exists", "empty", "not", "count", "all",
        "hasValue", "startsWith", "endsWith", "contains", "lower", "upper");

    private static readonly FhirPathCompiler Compiler = new(new SymbolTable().AddStandardFP().AddFhirExtensions());

    private readonly CompiledExpression _compiled;

    private PathExpression(CompiledExpression compiled) => _compiled = compiled;

    /// <summary>Reads a path.</summary>
    /// <param name="text">FHIRPath.</param>
    /// <param name="path">The path.</param>
    /// <param name="defect">What is wrong with it.</param>
    /// <returns>Whether it can be used.</returns>
    public static bool TryRead(string text, [NotNullWhen(true)] out PathExpression? path, [NotNullWhen(false)] out string? defect)
    {
        path = null;
        defect = text.Length > MaxLength ? $"the path has more than {MaxLength} characters" : Defect(text);
        if (defect is not null) return false;
        try
        {
            path = new(Compiler.Compile(text));
            return true;
        }
        catch (Exception error) when (IsOfThePath(error))
        {
            defect = "the path is not FHIRPath";
            return false;
        }
    }

    /// <summary>The elements the path leads to.</summary>
    /// <param name="root">The resource.</param>
    /// <param name="found">The elements.</param>
    /// <returns>Whether the path could be evaluated.</returns>
    public bool TryFind(PocoNode root, out IReadOnlyList<PocoNode> found)
    {
        try
        {
            found = [.. _compiled(root, new FhirEvaluationContext())];
            return true;
        }
        catch (Exception error) when (IsOfThePath(error))
        {
            found = [];
            return false;
        }
    }

    // What the FHIRPath library throws for expressions it does not take.
    private static bool IsOfThePath(Exception error)
        => error is FormatException or InvalidOperationException or ArgumentException or InvalidCastException or ArithmeticException or NotSupportedException
            or NotImplementedException;

    private static string? Defect(string text)
    {
        var (depth, steps, at) = (0, 0, 0);
        while (at < text.Length)
        {
            var start = at;
            var character = text[at];
            if (character is '\'' or '`' or '"')
            {
                at = EndOfQuoted(text, at);
                continue;
            }

            at = EndOfWord(text, at);
            var word = text.AsSpan(start, at - start);
            if (char.IsAsciiDigit(character) && word.Length > MaxDigits) return "the path has a number that is too long";
            if (at < text.Length && text[at] == '(' && word.Length > 0 && !Functions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) && !IsOperator(word))
            {
                return "the path calls a function that patches do not allow";
            }

            if (word.Length > 0) continue;
            if (character is '(' or '[') depth++;
            if (character is ')' or ']') depth--;
            if (character is '%' or '/' or '{' or '@' or '&' or '\\') return "the path must only navigate and filter";
            if (!char.IsWhiteSpace(character)) steps++;
            if (depth > MaxNesting || steps > MaxSteps) return "the path is too complex";
            at++;
        }

        return null;
    }

    private static bool IsOperator(ReadOnlySpan<char> word) => word is "and" or "or" or "xor" or "implies" or "in" or "div" or "mod";

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '$')) at++;
        return at;
    }

    private static int EndOfQuoted(string text, int at)
    {
        var quote = text[at++];
        while (at < text.Length && text[at] != quote) at += text[at] == '\\' ? 2 : 1;
        return Math.Min(at + 1, text.Length);
    }
}
