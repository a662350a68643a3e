using System.Globalization;
using FhirNaltrexone.Server.Outcomes;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Sensitivity;

/// <summary>
/// Breaking the glass: in an emergency a user sees of one patient what no consent permits, by a header with the instant at which it was declared, the
/// patient and the reason, <c>2026-11-28T09:00:00Z; Patient/123; unconscious, suspected overdose</c>. It holds for the minutes configured; then it must
/// be declared anew.
/// </summary>
internal static class BreakGlassHeader
{
    /// <summary>Name of the header.</summary>
    public const string Name = "X-Break-Glass";

    private const string PatientPrefix = "Patient/";

    // Enough for two short words; dots and one key held down are none.
    private const int LeastLetters = 8;
    private const int LeastDifferentLetters = 4;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private static readonly Refusal Refused = new(
        StatusCodes.Status403Forbidden,
        IssueCodes.Forbidden,
        $"{Name} is for users, where the site allows it: the instant of its declaration, the patient and a reason in words, as in "
        + "2026-11-28T09:00:00Z; Patient/123; unconscious, suspected overdose. It must have been declared within the time allowed.");

    /// <summary>Lets requests with the header in. Stands behind what tells who asks.</summary>
    public static void UseBreakGlass(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!context.Request.Headers.TryGetValue(Name, out var header) || AccessContext.Current is not { Caller.IsUnrestricted: false } access)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var minutes = context.RequestServices.GetRequiredService<IOptions<SensitivityOptions>>().Value.BreakGlassMinutes;
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!IsUser(access.Caller) || Read(header.ToString(), now, TimeSpan.FromMinutes(minutes)) is not { } declared)
        {
            await OperationOutcomes.WriteAsync(context.Response, Refused, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        var emergency = new AccessContext(access.Caller with { Emergency = declared });
        emergency.Concern(declared.Patient);
        using var scope = AccessContext.Enter(emergency);
        await next(context).ConfigureAwait(false);
    });

    /// <summary>Somebody must answer for it.</summary>
    private static bool IsUser(Caller caller)
        => caller.User?.Split('/') is [.., "Practitioner" or "PractitionerRole", _];

    private static Emergency? Read(string text, DateTimeOffset now, TimeSpan limit)
    {
        var parts = text.Split(';', 3, StringSplitOptions.TrimEntries);
        return parts is [var at, var patient, var reason]
            && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var declared)
            && declared <= now + Skew && (declared < now ? now - declared : TimeSpan.Zero) < limit
            && patient.StartsWith(PatientPrefix, StringComparison.Ordinal) && ReferenceTarget.IsId(patient.AsSpan(PatientPrefix.Length))
            && IsReason(reason)
            ? new(patient[PatientPrefix.Length..], reason)
            : null;
    }

    private static bool IsReason(string text)
    {
        var letters = text.Where(char.IsLetter).Select(char.ToLowerInvariant).ToList();
        return letters.Count >= LeastLetters && letters.Distinct().Count() >= LeastDifferentLetters;
    }
}
