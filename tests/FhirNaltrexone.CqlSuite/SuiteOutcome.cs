namespace FhirNaltrexone.CqlSuite;

/// <summary>What became of a test; the finding says what went wrong or why it was not run, and is empty when it passed.</summary>
internal sealed record SuiteOutcome(SuiteCase Test, bool Passed, bool NotRun, string Finding);
