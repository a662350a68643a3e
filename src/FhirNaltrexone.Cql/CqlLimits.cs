namespace FhirNaltrexone.Cql;

/// <summary>How much an evaluation may take. Whatever is evaluated beyond it fails with a <see cref="CqlException"/>.</summary>
/// <param name="Time">From its beginning on.</param>
/// <param name="Rows">Rows of queries that are looked at, all queries together: a query over several lists makes as many as their product, and so does one with a relation.</param>
public sealed record CqlLimits(TimeSpan Time, long Rows);
