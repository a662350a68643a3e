using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FhirNaltrexone.Validation.Terminology.CodeSystems;

namespace FhirNaltrexone.Validation.Terminology.KnownSystems;

/// <summary>
/// Recognizes language tags (BCP 47). The grammar is that of RFC 5646, section 2.1. Of its registry only the languages of two letters (those of
/// ISO 639-1, the withdrawn ones included), four special ones and the regions of ISO 3166-1 are known here: a tag that needs more is undecided. A tag of only private parts means what its users agree on.
/// </summary>
internal static partial class LanguageTags
{
    private const string Registry = "The registry of language tags is not here, so this tag, though well-formed, cannot be decided offline.";

    private const int MaxLength = 100;

    private static readonly FrozenSet<string> Languages = (
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr "
        + "fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky "
        + "la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw "
        + "sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
        + "mis mul und zxx").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tags the grammar does not cover (RFC 5646, section 2.1, irregular).</summary>
    private static readonly FrozenSet<string> Irregular = (
        "en-GB-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu sgn-BE-FR sgn-BE-NL sgn-CH-DE")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<FrozenSet<string>> Regions = new(() => Tables.Countries().Select(country => country.Code)
        .Where(code => code.Length == 2).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Recognizes a tag.</summary>
    public static Answer<Concept?> Find(string tag)
    {
        if (tag.Length > MaxLength) return new(null);
        if (Irregular.Contains(tag)) return new(new Concept(tag, null));
        var parts = Grammar().Match(tag);
        if (!parts.Success || HasTwice(parts.Groups["variant"]) || HasTwice(parts.Groups["singleton"])) return new(null);
        var language = parts.Groups["language"].Value;
        if (language.Length == 2 && !Languages.Contains(language)) return new(null);
        return IsRegistered(language, parts) ? new(new Concept(tag, null)) : Answer<Concept?>.Unknown(Registry);
    }

    private static bool IsRegistered(string language, Match parts)
    {
        if (language.Length == 0) return true;
        var region = parts.Groups["region"].Value;
        var isPlain = !parts.Groups["extlang"].Success && !parts.Groups["script"].Success && !parts.Groups["variant"].Success && !parts.Groups["singleton"].Success;
        return isPlain && Languages.Contains(language) && (region.Length == 0 || Regions.Value.Contains(region));
    }

    /// <summary>Variants and singletons stand once each (RFC 5646, section 2.2.9).</summary>
    private static bool HasTwice(Group group)
        => group.Captures.Select(capture => capture.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count() < group.Captures.Count;

    [GeneratedRegex(
        "^(?:(?<language>[A-Za-z]{2,3})(?<extlang>(?:-[A-Za-z]{3}){1,3})?(?:-(?<script>[A-Za-z]{4}))?(?:-(?<region>[A-Za-z]{2}|[0-9]{3}))?"
        + "(?:-(?<variant>[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-(?<singleton>[A-WY-Za-wy-z0-9])(?:-[A-Za-z0-9]{2,8})+)*(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?"
        + "|[Xx](?:-[A-Za-z0-9]{1,8})+)\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Grammar();
}
