using System.Text.Json;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>A Consent that is in force: active, about privacy (FHIR R4, Consent).</summary>
internal sealed class StoredConsent
{
    private const string Law = "42CFRPart2";
    private const string Directive = "42CFRPart2CD";
    private const string Scopes = "http://terminology.hl7.org/CodeSystem/consentscope";

    private readonly JsonElement? _root;

    private StoredConsent(JsonElement consent, TimeZoneInfo zone, DateTimeOffset now)
    {
        var version = consent.TryGetProperty("meta", out var meta) ? ResourceLabels.Text(meta, "versionId") : null;
        Reference = $"Consent/{ResourceLabels.Text(consent, "id")}{(version is null ? null : $"/_history/{version}")}";
        _root = consent.TryGetProperty("provision", out var provision) && provision.ValueKind == JsonValueKind.Object ? provision : null;
        Signed = consent.TryGetProperty("dateTime", out var signed) ? DataTime.OfText(signed, zone) : null;
        NamesLaw = Codings(consent, "category").Concat(Codings(consent, "policyRule"))
            .Any(coding => Protection.Coding(coding) is (Protection.Act, Law or Directive));
        IsClear = RecorderTag.IsOn(consent)
            && consent.TryGetProperty("patient", out var patient) && ResourceLabels.Text(patient, "reference") is not null
            && Signed?.From <= now.ToUnixTimeMilliseconds()
            && Codings(consent, "scope").Any(IsPrivacy)
            && !consent.TryGetProperty("modifierExtension", out _)
            && !consent.TryGetProperty("implicitRules", out _)
            && !Items(consent, "verification").Any(one => one.TryGetProperty("verified", out var verified) && verified.ValueKind != JsonValueKind.True)
            && (_root is null || IsWellNested(_root.Value, null));
    }

    /// <summary>Its reference with its version.</summary>
    public string Reference { get; }

    /// <summary>When it was given, as precise as it says; null when unknown.</summary>
    public DataTime? Signed { get; }

    /// <summary>Whether it says that it is one under 42 CFR Part 2.</summary>
    public bool NamesLaw { get; }

    /// <summary>Whether it is clear enough, and recorded by somebody trusted, to permit anything. What it denies counts in any case.</summary>
    public bool IsClear { get; }

    /// <summary>Reads a Consent.</summary>
    /// <param name="consent">The resource; must stay alive.</param>
    /// <param name="zone">Zone of dates that name none.</param>
    /// <param name="now">The instant.</param>
    /// <returns>Null for one that is not in force: not active, or about something else than privacy.</returns>
    public static StoredConsent? Read(JsonElement consent, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (ResourceLabels.Text(consent, "status") != "active") return null;
        var scopes = Codings(consent, "scope").Where(coding => ResourceLabels.Text(coding, "system") == Scopes).ToList();
        return scopes.Count > 0 && !scopes.Any(IsPrivacy) ? null : new(consent, zone, now);
    }

    /// <summary>What it says of a resource.</summary>
    public Effect Of(ProvisionMatch match)
    {
        if (_root is not { } root) return Effect.None;
        var type = TypeOf(root);
        var holds = match.Of(root, type == false);
        if (holds == Match.No) return Effect.None;
        var inner = Inner(root, match);
        var effect = inner == Effect.Deny ? Effect.Deny
            : inner is Effect.Permit or Effect.PermitNamed ? Named(root, inner, match)
            : type switch { true => Named(root, Effect.Permit, match), false => Effect.Deny, null => Effect.None };
        return holds == Match.Unknown && effect > Effect.None ? Effect.None : effect;
    }

    /// <summary>
    /// What the exceptions come to: one that denies is enough. An exception to a deny gives nothing of itself: what stands above decides again.
    /// </summary>
    private static Effect Inner(JsonElement provision, ProvisionMatch match)
    {
        var inner = Effect.None;
        foreach (var exception in Items(provision, "provision"))
        {
            // One without a type is read as the stricter.
            var isDeny = TypeOf(exception) != true;
            var holds = match.Of(exception, isDeny);
            if (holds == Match.No || (holds == Match.Unknown && !isDeny)) continue;
            var below = Inner(exception, match);
            if (below == Effect.Deny || (isDeny && below == Effect.None)) return Effect.Deny;
            if (!isDeny) inner = (Effect)Math.Max((int)inner, (int)Named(exception, Effect.Permit, match));
        }

        return inner;
    }

    private static Effect Named(JsonElement provision, Effect permit, ProvisionMatch match) => match.IsNamedBy(provision) ? Effect.PermitNamed : permit;

    /// <summary>Exceptions reverse what they are exceptions of; a permit within a permit may mean a list or nothing.</summary>
    private static bool IsWellNested(JsonElement provision, bool? above)
    {
        if (provision.TryGetProperty("modifierExtension", out _)) return false;
        var type = TypeOf(provision);
        return Items(provision, "provision").All(exception => TypeOf(exception) is { } own && own != type && IsWellNested(exception, type));
    }

    private static bool? TypeOf(JsonElement provision) => ResourceLabels.Text(provision, "type") switch { "permit" => true, "deny" => false, _ => null };

    private static bool IsPrivacy(JsonElement coding) => Protection.Coding(coding) == (Scopes, "patient-privacy");

    /// <summary>Codings of a CodeableConcept, or of a list of them.</summary>
    private static IEnumerable<JsonElement> Codings(JsonElement consent, string member)
    {
        if (!consent.TryGetProperty(member, out var value)) return [];
        return (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value]).SelectMany(concept => Items(concept, "coding"));
    }

    private static IEnumerable<JsonElement> Items(JsonElement element, string member)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];
}
