namespace FhirNaltrexone.Storage;

/// <summary>Random keys that all replicas of the service share by the database, such as the one that signs paging links.</summary>
public interface IServiceSecrets
{
    /// <summary>The key with a name: 32 random bytes, made when first asked for, by whichever replica comes first.</summary>
    /// <param name="name">Purpose of the key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ReadOnlyMemory<byte>> GetAsync(string name, CancellationToken cancellationToken);
}
