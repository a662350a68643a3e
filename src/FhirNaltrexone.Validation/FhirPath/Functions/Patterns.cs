using System.Diagnostics;
using System.Text.RegularExpressions;
using FhirNaltrexone.Validation.FhirPath.Nodes;

namespace FhirNaltrexone.Validation.FhirPath.Functions;

/// <summary>
/// Regular expressions that no text can make slow: they match without backtracking, or, where a pattern needs it, for a short time only, which is paid for.
/// </summary>
internal static class Patterns
{
    private const int MaxLength = 2_000;
    private const RegexOptions Options = RegexOptions.Singleline | RegexOptions.CultureInvariant;

    // About as many steps are done in a second without patterns.
    private const int StepsPerSecond = 1_000_000;

    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(100);

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FhirPathFault">It is none.</exception>
    public static Regex Read(string pattern, int position)
    {
        if (pattern.Length > MaxLength) throw new FhirPathFault(position, $"The pattern has more than {MaxLength} characters.");
        try
        {
            return Read(pattern);
        }
        catch (ArgumentException)
        {
            throw new FhirPathFault(position, "The pattern is no regular expression.");
        }
    }

    /// <summary>Uses a pattern. One that matches without backtracking takes no longer than its text is long, which is paid for already.</summary>
    /// <exception cref="FhirPathFault">It takes too long.</exception>
    public static T Use<T>(Regex pattern, Func<Regex, T> use, CallSite call)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            return use(pattern);
        }
        catch (RegexMatchTimeoutException)
        {
            throw call.Fault("The pattern takes too long on the text.");
        }
        finally
        {
            if (!pattern.Options.HasFlag(RegexOptions.NonBacktracking)) call.Run.Step((int)(Stopwatch.GetElapsedTime(begun).TotalSeconds * StepsPerSecond));
        }
    }

    private static Regex Read(string pattern)
    {
        try
        {
            return new(pattern, Options | RegexOptions.NonBacktracking, LongestMatch);
        }
        catch (NotSupportedException)
        {
            // It looks ahead or back, or is too large to be turned into an automaton.
            return new(pattern, Options, LongestMatch);
        }
    }
}
