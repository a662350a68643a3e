namespace FhirNaltrexone.Storage.Access;

/// <summary>Whose records a scope is about (SMART App Launch 2.2, scopes and launch context).</summary>
public enum GrantContext
{
    /// <summary><c>patient/</c>: the compartment of the one patient in context.</summary>
    Patient,

    /// <summary><c>user/</c>: what the user may see; a patient sees their own compartment.</summary>
    User,

    /// <summary><c>system/</c>: what the client itself may see.</summary>
    System,
}
