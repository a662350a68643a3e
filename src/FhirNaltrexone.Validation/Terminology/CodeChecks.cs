using System.Text.RegularExpressions;
using FhirNaltrexone.Validation.Terminology.ValueSets;

namespace FhirNaltrexone.Validation.Terminology;

/// <summary>Turns what was found of a code into an answer.</summary>
internal static partial class CodeChecks
{
    /// <summary>Judges a code that was looked for.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="place">Where it was looked for: value set or code system.</param>
    /// <param name="url">URL of the place; empty for none.</param>
    public static CodeCheck Of(Answer<Member?> found, CodeQuestion question, string place, string url)
    {
        if (!found.IsKnown) return new(CodeVerdict.Unknown, found.Problem);
        if (found.Value is not { } member) return new(CodeVerdict.No, url.Length > 0 ? $"The code is not in the {place} '{url}'." : $"The code is not in the {place}.");
        var isDisplayOther = question.Display is { } display && !IsDisplay(member, display);
        var check = new CodeCheck(CodeVerdict.Yes)
        {
            System = member.System,
            Version = member.Version,
            Code = member.Code,
            Display = member.Display,
            IsDisplayWrong = isDisplayOther && member.IsSystemWhole,
            Warning = Warning(member, question, isDisplayOther),
        };
        return member.IsAbstract && !question.IsAbstractAllowed
            ? check with { Verdict = CodeVerdict.No, Message = $"The code in '{member.System}' only groups others and is not to be used itself.", Warning = null }
            : check;
    }

    /// <summary>The best of several answers, as a concept with several codings needs: yes before unknown before no.</summary>
    /// <param name="checks">At least one.</param>
    public static CodeCheck Best(IReadOnlyList<CodeCheck> checks)
        => checks.FirstOrDefault(check => check.Verdict == CodeVerdict.Yes)
            ?? checks.FirstOrDefault(check => check.Verdict == CodeVerdict.Unknown)
            ?? checks[0];

    private static string? Warning(Member member, CodeQuestion question, bool isDisplayOther)
    {
        if (isDisplayOther) return OtherDisplay(member);
        if (member.IsInactive) return "The code is out of use.";
        if (question.Code != member.Code) return $"The code is written '{member.Code}'.";
        return question.Version is { } version && member.Version is { } own && version != own
            ? $"The code was looked up in version {own} of '{member.System}', not in the version named."
            : null;
    }

    // A system that is not here in full may have further displays, as LOINC has several names for each code.
    private static string OtherDisplay(Member member) => member.IsSystemWhole
        ? $"The display is none of the displays of the code; '{member.Display}' is."
        : $"The display is not the one known here, '{member.Display}'; whether '{member.System}' has it too cannot be decided offline.";

    // A code without any display known here cannot have a wrong one. Case and space make no difference.
    private static bool IsDisplay(Member member, string display)
    {
        if (display == member.Display) return true;
        var known = member.Displays().ToList();
        return known.Count == 0 || known.Exists(one => string.Equals(Plain(one), Plain(display), StringComparison.OrdinalIgnoreCase));
    }

    private static string Plain(string text) => Space().Replace(text.Trim(), " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
