namespace FhirNaltrexone.Storage.Sql;

/// <summary>A connection as readers need it: one statement at a time.</summary>
internal interface ISqlSession
{
    SqlDialect Dialect { get; }

    /// <summary>Runs a query and keeps what each row is turned into.</summary>
    ValueTask<List<T>> QueryAsync<T>(SqlStatement statement, Func<ISqlRow, T> read, CancellationToken cancellationToken);
}
