using System.Text.Json;
using FhirNaltrexone.Server.Security.Sensitivity.Policy;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.Security.Sensitivity.Labels;

/// <summary>How sensitive a resource is, or what a provision means.</summary>
/// <param name="Codes">Sensitivities and laws: codes of v3-ActCode that say more than what is to be done with data.</param>
/// <param name="Level">Place of its confidentiality in <see cref="Levels"/>; null when none is named.</param>
internal sealed record Protection(IReadOnlySet<string> Codes, int? Level)
{
    /// <summary>Code system of sensitivities, laws and obligations.</summary>
    public const string Act = Systems.ActCode;

    /// <summary>Code system of confidentiality.</summary>
    public const string Confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    /// <summary>The code system that laws had before.</summary>
    public const string Laws = "http://terminology.hl7.org/CodeSystem/v3-ActUSPrivacyLaw";
    private const string Normal = "N";

    // From the least to the most.
    private static readonly string[] Levels = ["U", "L", "M", Normal, "R", "V"];
    private static readonly int NormalLevel = Array.IndexOf(Levels, Normal);

    /// <summary>Whether it must not be shown without a consent.</summary>
    public bool IsProtected => Codes.Count > 0 || Level > NormalLevel;

    /// <summary>Whether it falls under 42 CFR Part 2 because of where it comes from.</summary>
    public bool IsOfPart2 => Codes.Contains(DisclosureTexts.Part2Label);

    /// <summary>The level, or the normal one.</summary>
    public int EffectiveLevel => Level ?? NormalLevel;

    /// <summary>What two say together.</summary>
    public Protection And(Protection other)
        => new(Codes.Union(other.Codes).ToHashSet(StringComparer.Ordinal), Level is { } level && other.Level is { } second ? Math.Max(level, second) : Level ?? other.Level);

    /// <summary>What codings say; the highest level counts.</summary>
    /// <param name="codings">System and code.</param>
    /// <param name="policy">Knows what does not protect.</param>
    public static Protection Of(IEnumerable<(string? System, string? Code)> codings, SensitivityPolicy policy)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        int? level = null;
        foreach (var (system, code) in codings)
        {
            if (code is null) continue;
            if (system is Act or Laws && !policy.Harmless.Contains(code)) codes.Add(code);
            if (system == Confidentiality && Array.IndexOf(Levels, code) is >= 0 and var place && !(level > place)) level = place;
        }

        return new(codes, level);
    }

    /// <summary>System and code of a Coding.</summary>
    public static (string? System, string? Code) Coding(JsonElement coding) => (ResourceLabels.Text(coding, "system"), ResourceLabels.Text(coding, "code"));
}
