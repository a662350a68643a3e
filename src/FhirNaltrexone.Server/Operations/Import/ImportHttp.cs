using System.Net;
using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>The client that fetches inputs, packed or not: retries until an answer has begun.</summary>
internal static class ImportHttp
{
    private const int Retries = 3;

    /// <summary>Registers the client.</summary>
    public static void AddImportHttp(this IServiceCollection services)
        => services.AddOutgoingHttp(ImportSource.ClientName, provider => provider.GetRequiredService<ImportOrigins>(), Policy);

    private static OutgoingPolicy Policy(IServiceProvider provider) => new()
    {
        ConnectMilliseconds = 10_000,
        Patience = TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<ImportOptions>>().Value.SilenceSeconds * (Retries + 2)),
        Retries = Retries,
        FirstDelay = TimeSpan.FromSeconds(2),
        HeedsRetryAfter = true,
        IsTransient = status => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError,
        Unpacks = DecompressionMethods.GZip,
    };
}
