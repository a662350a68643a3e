namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>
/// Whoever may be shown records of access, or the accounts made of them, is shown all that were stored before. Within a batch the newest may be missing:
/// most batches are for writing. Stands behind those who decide who may pass: nobody else makes the service work for it.
/// </summary>
internal sealed class RecordsUpToDate(RequestDelegate next, AuditIndexing indexing)
{
    // The types, and whatever reaches them without naming them.
    private static readonly string[] OfRecords = ["AuditEvent", DisclosureAccount.Type, "$everything", "$export", "_revinclude", "/*"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<AuditedRequest>() is { } request && MayShowRecords(context.Request, request))
            await indexing.CatchUpAsync(context.RequestAborted).ConfigureAwait(false);
        await next(context).ConfigureAwait(false);
    }

    private static bool MayShowRecords(HttpRequest http, AuditedRequest request)
        => request.Interaction.Code is "search-system" or "history-system" || Tells(http.Path.Value) || Tells(request.Query) || Tells(request.Form);

    private static bool Tells(string? address) => address is not null && Array.Exists(OfRecords, word => address.Contains(word, StringComparison.Ordinal));
}
