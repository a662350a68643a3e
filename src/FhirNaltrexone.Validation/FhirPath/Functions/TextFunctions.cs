using System.Text;
using FhirNaltrexone.Validation.FhirPath.Compilation;
using FhirNaltrexone.Validation.FhirPath.Nodes;

namespace FhirNaltrexone.Validation.FhirPath.Functions;

/// <summary>Functions of texts (FHIRPath N1, 5.6); <c>trim</c>, <c>split</c> and <c>join</c> are of the following release. Positions count UTF-16 units.</summary>
internal static class TextFunctions
{
    public static IReadOnlyList<FunctionEntry> Entries { get; } =
    [
        FunctionEntry.Scalar("indexOf", 1, (in input, in text, in _, call) => FhirPathValue.Of(Input(input, call).IndexOf(Argument(text, call), StringComparison.Ordinal))),
        FunctionEntry.Scalar("lastIndexOf", 1, (in input, in text, in _, call) => FhirPathValue.Of(Input(input, call).LastIndexOf(Argument(text, call), StringComparison.Ordinal))),
        FunctionEntry.Scalar("substring", 1, 2, Substring),
        FunctionEntry.Scalar("startsWith", 1, (in input, in text, in _, call) => FhirPathValue.Of(Input(input, call).StartsWith(Argument(text, call), StringComparison.Ordinal))),
        FunctionEntry.Scalar("endsWith", 1, (in input, in text, in _, call) => FhirPathValue.Of(Input(input, call).EndsWith(Argument(text, call), StringComparison.Ordinal))),
        FunctionEntry.Scalar("contains", 1, (in input, in text, in _, call) => FhirPathValue.Of(Input(input, call).Contains(Argument(text, call), StringComparison.Ordinal))),
        FunctionEntry.Scalar("upper", 0, (in input, in _, in _, call) => FhirPathValue.Of(Input(input, call).ToUpperInvariant())),
        FunctionEntry.Scalar("lower", 0, (in input, in _, in _, call) => FhirPathValue.Of(Input(input, call).ToLowerInvariant())),
        FunctionEntry.Scalar("trim", 0, (in input, in _, in _, call) => FhirPathValue.Of(Input(input, call).Trim())),
        FunctionEntry.Scalar("length", 0, (in input, in _, in _, call) => FhirPathValue.Of(Input(input, call).Length)),
        FunctionEntry.Scalar("replace", 2, Replace),
        FunctionEntry.Collection("toChars", 0, ToCharacters),
        FunctionEntry.Collection("split", 1, Split),
        new("join", 0, 1, call => call.Collection(Join)),
    ];

    /// <summary>The text a function is called on.</summary>
    public static string Input(in FhirPathValue value, CallSite call)
    {
        var text = value.Text ?? throw call.Fault("A text is expected here.");
        call.Run.PayForText(text.Length);
        return text;
    }

    /// <summary>A text given as argument.</summary>
    public static string Argument(in FhirPathValue value, CallSite call) => value.Text ?? throw call.Fault("A text is expected as argument.");

    private static FhirPathValue Substring(in FhirPathValue input, in FhirPathValue start, in FhirPathValue length, CallSite call)
    {
        var text = Input(input, call);
        var first = start.Integer ?? throw call.Fault("An integer is expected as argument.");
        if (first < 0 || first >= text.Length) return default;
        var most = length.IsSomething ? length.Integer ?? throw call.Fault("An integer is expected as argument.") : int.MaxValue;
        return FhirPathValue.Of(text.Substring(first, Math.Clamp(most, 0, text.Length - first)));
    }

    private static FhirPathValue Replace(in FhirPathValue input, in FhirPathValue pattern, in FhirPathValue substitution, CallSite call)
    {
        var (text, old, replacement) = (Input(input, call), Argument(pattern, call), Argument(substitution, call));
        call.Run.PayForText((text.Length + 1L) * (replacement.Length + 1L) / Math.Max(1, old.Length));
        if (old.Length > 0) return FhirPathValue.Of(text.Replace(old, replacement, StringComparison.Ordinal));
        var surrounded = new StringBuilder(replacement);
        foreach (var character in text) surrounded.Append(character).Append(replacement);
        return FhirPathValue.Of(surrounded.ToString());
    }

    private static void ToCharacters(Span input, Span argument, CallSite call)
    {
        if (One(input, call) is not { } text) return;
        foreach (var rune in text.EnumerateRunes()) call.Run.Add(FhirPathValue.Of(rune.ToString()));
    }

    private static void Split(Span input, Span argument, CallSite call)
    {
        if (One(input, call) is not { } text || One(argument, call) is not { } separator) return;
        foreach (var part in text.Split(separator)) call.Run.Add(FhirPathValue.Of(part));
    }

    private static void Join(Span input, Span argument, CallSite call)
    {
        if (input.Count == 0) return;
        var separator = One(argument, call) ?? "";
        var parts = new List<string>(input.Count);
        long length = 0;
        for (var index = input.Start; index < input.End; index++)
        {
            parts.Add(Input(Values.Primitives.Read(call.Run[index]), call));
            length += parts[^1].Length + separator.Length;
        }

        call.Run.PayForText(length);
        call.Run.Add(FhirPathValue.Of(string.Join(separator, parts)));
    }

    private static string? One(Span items, CallSite call)
    {
        if (items.Count > 1) throw call.Fault("One text is expected here, but there are more items.");
        return items.Count == 0 ? null : Input(Values.Primitives.Read(call.Run[items.Start]), call);
    }
}
