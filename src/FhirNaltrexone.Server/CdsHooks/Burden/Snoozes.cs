using System.Security.Cryptography;
using System.Text;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Snoozes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>
/// Asks and tells the database about snoozes, never for longer than configured. Whatever fails here costs a snooze and never a card, so every
/// failure is caught and logged.
/// </summary>
internal sealed class Snoozes(ISnoozeStore store, IServiceSecrets secrets, IOptions<CardOptions> options, TimeProvider time, ILogger<Snoozes> logger)
{
    private const string Key = "snooze";

    /// <summary>Whether any rule can be snoozed.</summary>
    public bool AreConfigured => options.Value.Snooze > TimeSpan.Zero || options.Value.Snoozes.Any(own => own.For > TimeSpan.Zero);

    /// <summary>The snoozes of the patient of a call in its service; null when nobody knows.</summary>
    public Task<IReadOnlyList<Snooze>?> FindAsync(CardCall call, CancellationToken cancellationToken) => WithinAsync<IReadOnlyList<Snooze>>(
        "looked up",
        async token => await store.ListAsync(await PatientAsync(call, token).ConfigureAwait(false), call.Service, call.Now, token).ConfigureAwait(false),
        cancellationToken);

    /// <summary>Remembers cards that are about to be sent.</summary>
    public async Task RememberAsync(CardCall call, IEnumerable<Finding> findings, CancellationToken cancellationToken)
    {
        var shown = findings.ToList();
        if (shown.Count > 0)
        {
            await WithinAsync("remembered", token => RememberAsync(call, shown, token), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Snoozes the rules whose cards were overridden, as far as the cards are known and no doubt is left whose they were.</summary>
    /// <param name="service">Service the reports are about.</param>
    /// <param name="reports">The reports of one request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task OverriddenAsync(string service, IReadOnlyList<FeedbackReport> reports, CancellationToken cancellationToken)
    {
        if (!AreConfigured)
        {
            return;
        }

        foreach (var report in reports.Where(report => report.Outcome == FeedbackOutcome.Overridden))
        {
            await WithinAsync("set", token => SnoozeAsync(service, report, token), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> RememberAsync(CardCall call, List<Finding> shown, CancellationToken cancellationToken)
    {
        var patient = await PatientAsync(call, cancellationToken).ConfigureAwait(false);
        var expires = call.Now + options.Value.OverrideWithin;
        var cards = new List<IssuedCard>();
        foreach (var finding in shown)
        {
            var card = await CardAsync(finding.Id, cancellationToken).ConfigureAwait(false);
            cards.Add(new(card, new(patient, call.Service, finding.Rule.Code), (int)finding.Indicator, call.Now, expires));
        }

        await store.RememberAsync(cards, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// The time counts from the override as the client dates it, but not from before the card was sent nor from the future: so a report that comes
    /// again changes nothing, and a wrong clock cannot make the silence longer than configured. A uuid sent for two patients (a client that always names one hookInstance) leaves doubt: no snooze.
    /// </summary>
    private async Task<bool> SnoozeAsync(string service, FeedbackReport report, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!Guid.TryParse(report.Card, out var uuid)
            || await store.FindAsync(await CardAsync(uuid, cancellationToken).ConfigureAwait(false), now, cancellationToken).ConfigureAwait(false) is not [var card]
            || card.Subject.Service != service)
        {
            return false;
        }

        var since = report.OutcomeAt < card.Issued ? card.Issued : report.OutcomeAt > now ? now : report.OutcomeAt;
        var duration = options.Value.SnoozeOf(card.Subject.Rule);
        if (duration <= TimeSpan.Zero)
        {
            return false;
        }

        await store.AddAsync(new Snooze(card.Subject, card.Severity, since, since + duration), cancellationToken).ConfigureAwait(false);
        logger.SnoozeSet(card.Subject.Rule, service);
        return true;
    }

    /// <summary>
    /// The patient as a keyed hash. Client and FHIR server belong to it, because two EHRs may give one id to two people, and no client silences what
    /// another is told; calls of one client that name no server count as of one EHR.
    /// </summary>
    private Task<string> PatientAsync(CardCall call, CancellationToken cancellationToken)
    {
        var server = call.Request.Root.TryGetProperty("fhirServer"u8, out var value) ? value.ToString().TrimEnd('/') : string.Empty;
        return HashAsync($"{server}\0{call.Request.Patient.Value}", cancellationToken);
    }

    /// <summary>A card as a keyed hash: the client it was sent to belongs to it, so that nobody else's feedback finds it.</summary>
    private Task<string> CardAsync(Guid uuid, CancellationToken cancellationToken) => HashAsync($"card\0{uuid}", cancellationToken);

    private async Task<string> HashAsync(string text, CancellationToken cancellationToken)
    {
        var key = await secrets.GetAsync(Key, cancellationToken).ConfigureAwait(false);
        var client = AccessContext.Current?.Caller;
        return Convert.ToHexStringLower(HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes($"{client?.Id}\0{client?.Issuer}\0{client?.Tenant}\0{text}")));
    }

    private async Task<T?> WithinAsync<T>(string step, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.StoreMilliseconds);
        try
        {
            return await ask(limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever goes wrong with a snooze must cost no card.
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.SnoozeStoreFailed(step, error.GetType().Name);
            return default;
        }
    }
}
