using System.Text.Json;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>Whether a provision is about a disclosure: all its criteria must be met, one value of each (FHIR R4, Consent.provision).</summary>
/// <param name="question">Who asks, why, and when.</param>
/// <param name="resource">What is asked for.</param>
internal sealed class ProvisionMatch(ConsentQuestion question, ResourceFacts resource)
{
    private const string Types = "http://hl7.org/fhir/resource-types";
    private const string Actions = "http://terminology.hl7.org/CodeSystem/consentaction";

    /// <summary>The resource.</summary>
    public ResourceFacts Resource => resource;

    /// <summary>Compares.</summary>
    /// <param name="provision">The provision.</param>
    /// <param name="isDeny">Whether it denies.</param>
    public Match Of(JsonElement provision, bool isDeny)
    {
        if (provision.TryGetProperty("modifierExtension", out _)) return Match.Unknown;
        Match[] criteria =
        [
            Period(provision),
            Any(provision, "actor", actor => ActorMatch.Of(actor, question)),
            Any(provision, "action", Action),
            Labels(provision, isDeny),
            Any(provision, "purpose", Purpose),
            Any(provision, "class", Class),
            Any(provision, "code", Code),
            Time(provision),
            Any(provision, "data", Data),
        ];
        return criteria.Min();
    }

    /// <summary>Whether a provision names all that is sensitive about the resource, so that what it permits was meant.</summary>
    /// <param name="provision">The provision, whether it permits or is the rule that has an exception which does.</param>
    public bool IsNamedBy(JsonElement provision) => HasLabels(provision) && Labels(provision, isDeny: false) == Match.Yes;

    private static bool HasLabels(JsonElement provision)
        => provision.TryGetProperty("securityLabel", out var labels) && labels.ValueKind == JsonValueKind.Array && labels.GetArrayLength() > 0;

    private static Match Any(JsonElement provision, string member, Func<JsonElement, Match> test)
    {
        if (!provision.TryGetProperty(member, out var values)) return Match.Yes;
        if (values.ValueKind != JsonValueKind.Array) return Match.Unknown;
        return values.GetArrayLength() == 0 ? Match.Yes : values.EnumerateArray().Max(value => value.ValueKind == JsonValueKind.Object ? test(value) : Match.Unknown);
    }

    private Match Period(JsonElement provision)
    {
        if (!provision.TryGetProperty("period", out var period)) return Match.Yes;
        var now = question.Now.ToUnixTimeMilliseconds();
        return DataTime.OfPeriod(period, question.Indexing.TimeZone)?.Contains(new(now, now + 1)) ?? Match.Unknown;
    }

    private Match Time(JsonElement provision)
    {
        if (!provision.TryGetProperty("dataPeriod", out var period)) return Match.Yes;
        return resource.Time is { } time && DataTime.OfPeriod(period, question.Indexing.TimeZone) is { } span ? span.Contains(time) : Match.Unknown;
    }

    private Match Labels(JsonElement provision, bool isDeny)
    {
        if (!HasLabels(provision)) return Match.Yes;
        var named = Protection.Of(provision.GetProperty("securityLabel").EnumerateArray().Select(Protection.Coding), question.Policy);
        if (named.Codes.Count == 0 && named.Level is null) return Match.Unknown;
        return isDeny ? LabelMatch.Denies(named, resource.Protection, question.Policy) : LabelMatch.Permits(named, resource.Protection, question.Policy);
    }

    private Match Purpose(JsonElement purpose)
    {
        if (ResourceLabels.Text(purpose, "code") is not { } code || ResourceLabels.Text(purpose, "system") != Systems.ActReason) return Match.Unknown;
        return question.IsFor(code);
    }

    private Match Class(JsonElement coding)
    {
        if (ResourceLabels.Text(coding, "code") is not { } code || ResourceLabels.Text(coding, "system") != Types) return Match.Unknown;
        return code == resource.Type ? Match.Yes : Match.No;
    }

    private Match Code(JsonElement concept) => Codings(concept, coding =>
    {
        var (system, code) = Protection.Coding(coding);
        if (system is null || code is null) return Match.Unknown;
        if (resource.Codes.Contains((question.Policy.Aliases.GetValueOrDefault(system, system), code))) return Match.Yes;
        return resource.HasUnknownCodes ? Match.Unknown : Match.No;
    });

    private static Match Action(JsonElement concept) => Codings(concept, coding => Protection.Coding(coding) switch
    {
        (Actions, "access" or "disclose") => Match.Yes,
        (Actions, "collect" or "correct") => Match.No,
        _ => Match.Unknown,
    });

    private static Match Codings(JsonElement concept, Func<JsonElement, Match> test)
        => concept.TryGetProperty("coding", out var codings) && codings.ValueKind == JsonValueKind.Array && codings.GetArrayLength() > 0
            ? codings.EnumerateArray().Max(test)
            : Match.Unknown;

    private Match Data(JsonElement data)
    {
        if (resource.IsUnseen || !data.TryGetProperty("reference", out var reference) || ResourceLabels.Text(reference, "reference") is not { Length: > 0 } text) return Match.Unknown;
        var named = question.Normal(text);
        var isNamed = named == resource.Reference;
        var refers = resource.References.Contains(named);
        return ResourceLabels.Text(data, "meaning") switch
        {
            "instance" => isNamed ? Match.Yes : Match.No,
            "related" => isNamed || refers || (question.Related.TryGetValue(named, out var others) && others.Contains(resource.Reference)) ? Match.Yes : Match.No,
            "dependents" => isNamed || refers ? Match.Yes : Match.No,
            "authoredby" => refers ? Match.Unknown : Match.No,
            _ => Match.Unknown,
        };
    }
}
