namespace FhirNaltrexone.Storage;

/// <summary>What the clinician did with a card (CDS Hooks 2.0, Feedback.outcome).</summary>
public enum FeedbackOutcome
{
    /// <summary>At least one suggestion of the card was taken.</summary>
    Accepted,

    /// <summary>The card was dismissed.</summary>
    Overridden,
}
