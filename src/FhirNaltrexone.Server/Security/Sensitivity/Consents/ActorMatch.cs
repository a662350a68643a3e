using System.Text.Json;
using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>
/// Whether an actor of a provision is the caller: its user or organisation by reference or identifier, its client by identifier, or a class of recipients
/// it belongs to by its purpose (42 CFR 2.31(a)(4)). An app of another issuer is known by that issuer and its id, for it may have the id of a client of
/// ours; nobody can tell then whether it is meant. Roles and names for people are not looked at; somebody who may be meant and whom nobody can tell,
/// such as a member of a team, is unknown.
/// </summary>
internal static class ActorMatch
{
    /// <summary>System of identifiers that are ids of clients.</summary>
    private const string ClientSystem = $"{Systems.Own}/sid/client";

    /// <summary>System of identifiers that stand for classes of recipients.</summary>
    private const string ClassSystem = $"{Systems.Own}/sid/recipient-class";

    // The purpose of use whose callers make up a class.
    private static readonly Dictionary<string, string> Classes = new()
    {
        ["treating-providers"] = "TREAT",
        ["payers"] = "HPAYMT",
        ["operations"] = "HOPERAT",
    };

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
            "Organization" => IsReference(caller.Organization) ? Match.No : Match.Unknown,
            "Practitioner" or "Patient" or "RelatedPerson" => caller.User is null ? Match.Unknown : Match.No,
            _ => Match.Unknown,
        };

        bool Is(string? name) => IsReference(name) && question.Normal(name!) == reference;
    }

    private static bool IsReference(string? name) => name is { Length: > 0 } && !name.Contains('|', StringComparison.Ordinal);

    private static Match ByIdentifier(JsonElement identifier, ConsentQuestion question)
    {
        var caller = question.Caller;
        if (ResourceLabels.Text(identifier, "value") is not { Length: > 0 } value || ResourceLabels.Text(identifier, "system") is not { } system) return Match.Unknown;
        if (system == ClassSystem) return Classes.TryGetValue(value, out var purpose) ? question.IsFor(purpose) : Match.Unknown;
        if (system == caller.Issuer) return Is(value == caller.Id);
        if (system == ClientSystem) return value != caller.Id ? Match.No : caller.IsRegistered ? Match.Yes : Match.Unknown;
        return caller.Organization?.StartsWith($"{system}|", StringComparison.Ordinal) == true ? Is(caller.Organization == $"{system}|{value}") : Match.Unknown;
    }

    private static Match Is(bool isCaller) => isCaller ? Match.Yes : Match.No;
}
