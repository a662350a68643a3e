using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>Opens the inputs of imports: files stored with the job, or files of servers on the allow-list.</summary>
internal sealed class ImportSource(IHttpClientFactory clients, ImportOrigins origins, IJobStore jobs)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "import";

    /// <summary>The refusal of an address that is not on the list.</summary>
    public static Refusal NotAllowed { get; } = new(
        400, IssueCodes.Forbidden, "Inputs are fetched only from servers listed in the setting Import:Origins; this one is not.");

    /// <summary>Whether an input may be fetched.</summary>
    /// <param name="url">Its address.</param>
    public bool Allows(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && origins.Allows(address);

    /// <summary>Opens an input.</summary>
    /// <param name="job">The job.</param>
    /// <param name="input">The input.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The lines, or why there are none that trying again would bring.</returns>
    /// <exception cref="HttpRequestException">The server could not be reached or failed: trying again may help.</exception>
    public async Task<(Stream? Lines, Refusal? Refusal)> OpenAsync(string job, ImportInput input, CancellationToken cancellationToken)
    {
        if (input.Url is null) return (await StoredAsync(job, cancellationToken).ConfigureAwait(false), null);

        // The list may have changed since the job was taken in.
        if (!Allows(input.Url)) return (null, NotAllowed);
        var response = await clients.CreateClient(ClientName)
            .GetAsync(new Uri(input.Url), HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode) return (await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), null);
        var status = (int)response.StatusCode;
        response.Dispose();
        return status is 408 or 429 or >= 500
            ? throw new HttpRequestException($"An input was answered with {status}.")
            : (null, new(400, IssueCodes.Processing, $"An input could not be fetched: its server answered {status}."));
    }

    private async Task<Stream> StoredAsync(string job, CancellationToken cancellationToken)
    {
        var lines = new MemoryStream();
        var files = await jobs.FilesAsync(job, cancellationToken).ConfigureAwait(false);
        foreach (var file in files.Where(file => file.Role == JobFileRole.Input))
        {
            for (var part = 1; part <= file.Chunks; part++)
            {
                var chunk = await jobs.ReadChunkAsync(job, file.File, part, cancellationToken).ConfigureAwait(false);
                lines.Write(NdjsonChunks.Unpack(chunk!));
            }
        }

        lines.Position = 0;
        return lines;
    }
}
