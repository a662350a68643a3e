using System.Data.Common;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>Lends connections of one engine to stores whose statements both engines understand.</summary>
internal interface IDbConnections
{
    /// <summary>The statements of the engine.</summary>
    SqlText Texts { get; }

    /// <summary>Lends a connection.</summary>
    /// <exception cref="StorageException">The database does not do its work.</exception>
    Task<T> ReadAsync<T>(Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>Lends a connection with a transaction that is committed at the end.</summary>
    /// <exception cref="StorageException">The database does not do its work.</exception>
    Task<T> WriteAsync<T>(Func<DbConnection, CancellationToken, Task<T>> write, CancellationToken cancellationToken);
}
