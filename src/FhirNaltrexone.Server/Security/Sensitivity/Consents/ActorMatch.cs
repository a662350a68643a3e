using System.Text.Json;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>
/// Whether an actor of a provision is the caller: its user or organisation by reference, its client by identifier. Roles are not looked at; somebody
/// who may be meant and whom nobody can tell, such as a member of a team, is unknown.
/// </summary>
internal static class ActorMatch
{
    /// <summary>System of identifiers that are ids of clients.</summary>
    public const string ClientSystem = "https://fhirnaltrexone.example.org/fhir/sid/client";

    /// <summary>Compares.</summary>
    public static Match Of(JsonElement actor, ConsentQuestion question)
    {
        if (!actor.TryGetProperty("reference", out var reference) || reference.ValueKind != JsonValueKind.Object) return Match.Unknown;
        var byReference = ResourceLabels.Text(reference, "reference") is { Length: > 0 } text ? ByReference(question.Normal(text), question) : (Match?)null;
        var byIdentifier = reference.TryGetProperty("identifier", out var identifier) ? ByIdentifier(identifier, question) : (Match?)null;
        if (byReference is null && byIdentifier is null) return Match.Unknown;
        return (Match)Math.Max((int)(byReference ?? Match.No), (int)(byIdentifier ?? Match.No));
    }

    private static Match ByReference(string reference, ConsentQuestion question)
    {
        var caller = question.Caller;
        if (Is(caller.User) || Is(caller.Organization)) return Match.Yes;
        return reference.Split('/') is not [.., var type, _] ? Match.Unknown : type switch
        {
            "Organization" => caller.Organization is null ? Match.Unknown : Match.No,
            "Practitioner" or "Patient" or "RelatedPerson" => caller.User is null ? Match.Unknown : Match.No,
            _ => Match.Unknown,
        };

        bool Is(string? name) => name is { Length: > 0 } && question.Normal(name) == reference;
    }

    private static Match ByIdentifier(JsonElement identifier, ConsentQuestion question)
    {
        var caller = question.Caller;
        if (ResourceLabels.Text(identifier, "value") is not { Length: > 0 } value) return Match.Unknown;
        if (value != caller.Id) return Match.No;
        return ResourceLabels.Text(identifier, "system") is { } system && (system == ClientSystem || system == caller.Issuer) ? Match.Yes : Match.Unknown;
    }
}
