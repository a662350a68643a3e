namespace FhirNaltrexone.Storage.Snoozes;

/// <summary>What is snoozed: one rule of one service for one patient.</summary>
/// <param name="Patient">The patient as a keyed hash, so that the table names nobody.</param>
/// <param name="Service">Id of the CDS service: the same rule may mean something else in another one.</param>
/// <param name="Rule">Code of the rule.</param>
public sealed record SnoozeSubject(string Patient, string Service, string Rule);
