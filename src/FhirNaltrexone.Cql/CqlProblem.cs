namespace FhirNaltrexone.Cql;

/// <summary>One thing that is wrong, and where in the CQL source it is.</summary>
/// <param name="Library">Name of the library; empty when not known.</param>
/// <param name="Define">Name of the define or function; null for a problem of the library itself.</param>
/// <param name="Locator">Source position as the translator writes it, <c>line:column-line:column</c>; null when the ELM carries none.</param>
/// <param name="Message">What is wrong. It never contains patient data.</param>
public sealed record CqlProblem(string Library, string? Define, string? Locator, string Message)
{
    /// <summary>One line for logs and start-up errors.</summary>
    public override string ToString() => $"{Library}.{Define ?? "(library)"} [{Locator ?? "no position"}]: {Message}";
}
