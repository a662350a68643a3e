using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>One thing to be recorded.</summary>
internal sealed record AuditFact
{
    /// <summary>The request.</summary>
    public required AuditedRequest Request { get; init; }

    /// <summary>Who asked; null when nobody was let in.</summary>
    public required Caller? Caller { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Recorded { get; init; }

    /// <summary>How it ended, a code of audit-event-outcome: 0 well, 4 refused as wrong, 8 refused for want of rights, 12 failed.</summary>
    public string Outcome { get; init; } = "0";

    /// <summary>HTTP status; null for a change or sending, which is recorded before there is one.</summary>
    public int? Status { get; init; }

    /// <summary>The resource, as a reference, with its version where one was made; null for none.</summary>
    public string? Resource { get; init; }

    /// <summary>Who works at the client, as the request says; null when nobody does, or when the caller's own user is known.</summary>
    public string? User { get; init; }

    /// <summary>Id of the patient, or the name of one elsewhere; null for none.</summary>
    public string? Patient { get; init; }

    /// <summary>What of it a consent permitted; null for nothing, or for nothing that needed one.</summary>
    public ConsentedPart? Consented { get; init; }

    /// <summary>The outcome that stands for a status.</summary>
    public static string OutcomeOf(int status) => status switch
    {
        < 400 => "0",
        401 or 403 => "8",
        < 500 => "4",
        _ => "12",
    };
}
