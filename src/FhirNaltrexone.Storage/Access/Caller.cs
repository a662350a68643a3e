using System.Text.Json.Serialization;

namespace FhirNaltrexone.Storage.Access;

/// <summary>Who asks, and what they may do. Can be kept as JSON with work that is done later on their behalf.</summary>
public sealed record Caller
{
    /// <summary>The service itself, for its own work: it may do everything.</summary>
    public static Caller Service { get; } = new() { Id = "service", IsUnrestricted = true };

    /// <summary>Whoever calls a service that is open.</summary>
    public static Caller Anonymous { get; } = new() { Id = "anonymous", IsUnrestricted = true };

    /// <summary>Id of the client as it is registered.</summary>
    public required string Id { get; init; }

    /// <summary>Who issued the token: the client itself, this service, or another authorization server.</summary>
    public string? Issuer { get; init; }

    /// <summary>Id of the token (<c>jti</c>), for the audit record; never the token itself.</summary>
    public string? Token { get; init; }

    /// <summary>The tenant of a CDS client, as the token names it.</summary>
    public string? Tenant { get; init; }

    /// <summary>The user behind the client as a reference (<c>fhirUser</c>): <c>Practitioner/1</c>.</summary>
    public string? User { get; init; }

    /// <summary>The organisation the client belongs to: a reference, <c>Organization/1</c>, or an identifier, <c>system|value</c>; null when nobody has said.</summary>
    public string? Organization { get; init; }

    /// <summary>Id of the patient in context.</summary>
    public string? Patient { get; init; }

    /// <summary>Whether it is a client of the registration of this service, whose id is nobody else's; apps of other issuers may have the same.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>
    /// Purpose of use, a code of v3-ActReason; null when nobody has said. An <see cref="Emergency"/> is no other purpose: what it opens needs no consent, and
    /// the consents of everybody else are asked for this one.
    /// </summary>
    public string? Purpose { get; init; }

    /// <summary>Whether the client belongs to a programme under 42 CFR Part 2: what it writes is labelled.</summary>
    public bool IsProgramme { get; init; }

    /// <summary>Whether consents it stores may permit; those of others only deny.</summary>
    public bool RecordsConsents { get; init; }

    /// <summary>Whether it may choose the ids of what it creates, and can thereby find out which ids are taken.</summary>
    public bool ChoosesIds { get; init; }

    /// <summary>Whether what the client gets was its own before: an EHR that is shown cards on the data it sent.</summary>
    public bool IsRecordHolder { get; init; }

    /// <summary>The emergency the user has declared; null for none.</summary>
    public Emergency? Emergency { get; init; }

    /// <summary>Whether nothing is asked of it, scopes and consents alike: the service itself, and everybody where it is open.</summary>
    public bool IsUnrestricted { get; init; }

    /// <summary>
    /// Who holds the records that are written by this caller: its organisation, or else the client, and nobody where the user is a patient or somebody
    /// near to one, or may be, for nobody says who it is but of which patient: an app of many patients holds none of their records.
    /// </summary>
    [JsonIgnore]
    public string? Holder
    {
        get
        {
            var isOfPatient = User is null ? Patient is not null : User.Split('/') is [.., "Patient" or "RelatedPerson", _];
            if (IsUnrestricted || isOfPatient) return null;
            return Organization ?? $"client/{Uri.EscapeDataString(Issuer ?? string.Empty)}/{Uri.EscapeDataString(Id)}";
        }
    }

    /// <summary>The scopes granted.</summary>
    public IReadOnlyList<Grant> Grants { get; init; } = [];

    /// <summary>
    /// Whether the caller may have all resources of a type, as exports and subscriptions give them out: it needs one system scope with r and s, without
    /// a query (Bulk Data 2.0, authorization). Nobody may have all of a type whose resources belong to clients (<see cref="Ownership"/>).
    /// </summary>
    /// <param name="type">Resource type.</param>
    public bool MayExport(string type) => IsUnrestricted || (!Ownership.Contains(type) && Grants.Any(grant => grant.Context == GrantContext.System
        && grant.Query is null
        && grant.Covers(type)
        && grant.Interactions.HasFlag(GrantedInteractions.Read | GrantedInteractions.Search)));

    /// <summary>
    /// Whether no scope leaves out anything of a type that is stored about a patient: what is not found then is not there, as far as scopes go.
    /// </summary>
    /// <param name="type">Resource type.</param>
    /// <param name="patient">Logical id of the patient.</param>
    /// <param name="letters">How it is looked for; any of several is enough.</param>
    public bool SeesAll(string type, string patient, GrantedInteractions letters) => IsUnrestricted || Grants.Any(grant => grant.Query is null
        && grant.Covers(type)
        && (grant.Interactions & letters) != 0
        && (ReachOf(grant.Context) is not { } own || own == patient));

    /// <summary>Whether the caller may read all resources of a type that belongs to nobody, such as definitions.</summary>
    /// <param name="type">A shared type.</param>
    public bool ReadsShared(string type) => IsUnrestricted || Grants.Any(grant => grant.Query is null
        && grant.Covers(type)
        && grant.Interactions.HasFlag(GrantedInteractions.Read)
        && ReachOf(grant.Context) != string.Empty);

    /// <summary>
    /// Whether the caller may read whatever it may change of a type: only then is it shown what became of it, or what was there already.
    /// </summary>
    /// <param name="type">Resource type.</param>
    public bool ReadsWhatItChanges(string type)
    {
        const GrantedInteractions Changing = GrantedInteractions.Create | GrantedInteractions.Update | GrantedInteractions.Delete;
        var mine = Grants.Where(grant => grant.Covers(type)).ToList();
        return IsUnrestricted || mine.TrueForAll(grant => (grant.Interactions & Changing) == 0 || mine.Exists(other =>
            other.Interactions.HasFlag(GrantedInteractions.Read)
            && (other.Query is null || other.Query == grant.Query)
            && (ReachOf(other.Context) is not { } reach || reach == ReachOf(grant.Context))));
    }

    /// <summary>Whose records a context reaches: null for everybody's, a patient's id for theirs, empty for nobody's.</summary>
    internal string? ReachOf(GrantContext context) => context switch
    {
        GrantContext.System => null,
        GrantContext.User => UserPatient(),
        _ => Patient ?? string.Empty,
    };

    /// <summary>Whether another request comes from the same client, and for the same user and patient: it may ask for what this one set going.</summary>
    /// <param name="other">Who asks now.</param>
    public bool IsSame(Caller other)
        => Id == other.Id && Issuer == other.Issuer && Tenant == other.Tenant && User == other.User && Patient == other.Patient;

    /// <summary>The patient a user is, empty for one whose records nobody can tell, null for staff.</summary>
    private string? UserPatient()
    {
        if (User?.Split('/') is not { Length: >= 2 } parts) return string.Empty;
        return parts[^2] switch
        {
            "Patient" => parts[^1],
            "Practitioner" or "PractitionerRole" => null,
            _ => string.Empty,
        };
    }
}
