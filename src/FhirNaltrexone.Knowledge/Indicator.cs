namespace FhirNaltrexone.Knowledge;

/// <summary>How urgent a finding is, in rising order, with the words CDS Hooks 2.0 uses for a card.</summary>
public enum Indicator
{
    /// <summary>Worth knowing; nothing has to be done now (PlanDefinition priority <c>routine</c>).</summary>
    Info,

    /// <summary>Needs thought before going on (PlanDefinition priority <c>urgent</c> or <c>asap</c>).</summary>
    Warning,

    /// <summary>Harm is likely if nobody acts (PlanDefinition priority <c>stat</c>).</summary>
    Critical,
}
