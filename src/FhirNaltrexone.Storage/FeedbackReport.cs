namespace FhirNaltrexone.Storage;

/// <summary>What a clinician did with one card (CDS Hooks 2.0, Feedback). <see cref="UserComment"/> may hold health information: never log it.</summary>
public sealed record FeedbackReport
{
    /// <summary>Id of the service the card came from, as in the address of the call.</summary>
    public required string Service { get; init; }

    /// <summary><c>Card.uuid</c> as the client sent it. Cards are not stored, so unknown ones are accepted.</summary>
    public required string Card { get; init; }

    /// <summary>What was done.</summary>
    public required FeedbackOutcome Outcome { get; init; }

    /// <summary>When it was done, as the client says.</summary>
    public required DateTimeOffset OutcomeAt { get; init; }

    /// <summary>Ids of the suggestions taken; empty when the card was overridden.</summary>
    public IReadOnlyList<string> AcceptedSuggestions { get; init; } = [];

    /// <summary>Coded reason of an override, when one was given.</summary>
    public FeedbackReason? Reason { get; init; }

    /// <summary>What the clinician wrote, when anything.</summary>
    public string? UserComment { get; init; }
}
