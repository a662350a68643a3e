using System.Text.Json;

namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>All reading from the FHIR server during one call, inside one time budget. Keeps the documents alive until it is disposed of.</summary>
internal sealed class EhrSession : IDisposable
{
    private readonly EhrClient _client;
    private readonly CancellationTokenSource _budget;
    private readonly CancellationTokenSource _linked;
    private readonly CancellationToken _cancellationToken;
    private readonly List<JsonDocument> _documents = [];

    /// <summary>Starts the clock of the budget.</summary>
    public EhrSession(EhrClient client, EhrAccess access, TimeSpan budget, TimeProvider time, CancellationToken cancellationToken)
    {
        _client = client;
        Access = access;
        _budget = new CancellationTokenSource(budget, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_budget.Token, cancellationToken);
        _cancellationToken = cancellationToken;
    }

    /// <summary>What may be read.</summary>
    public EhrAccess Access { get; }

    /// <summary>Reads one document. It lives as long as the session.</summary>
    public async Task<(JsonElement Root, string? Failure)> GetAsync(Uri address)
    {
        var reply = await _client.GetAsync(Access, address, _linked.Token, _cancellationToken).ConfigureAwait(false);
        if (reply.Document is not { } document)
        {
            return (default, reply.Failure);
        }

        lock (_documents)
        {
            _documents.Add(document);
        }

        return (document.RootElement, null);
    }

    public void Dispose()
    {
        _linked.Dispose();
        _budget.Dispose();
        foreach (var document in _documents)
        {
            document.Dispose();
        }
    }
}
