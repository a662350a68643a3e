using System.Globalization;
using FhirNaltrexone.Server.Outcomes;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Sensitivity;

/// <summary>
/// Breaking the glass: in an emergency a user sees what no consent permits, by a header with the instant at which it was declared and the reason,
/// <c>2026-11-28T09:00:00Z; unconscious, suspected overdose</c>. It holds for the minutes configured; then it must be declared anew.
/// </summary>
internal static class BreakGlassHeader
{
    /// <summary>Name of the header.</summary>
    public const string Name = "X-Break-Glass";

    private const string Purpose = "ETREAT";
    private const int LeastReason = 8;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private static readonly Refusal Refused = new(
        StatusCodes.Status403Forbidden,
        IssueCodes.Forbidden,
        $"{Name} is for users, where the site allows it, as the instant of its declaration, a semicolon and a reason; it must have been declared within the time allowed.");

    /// <summary>Lets requests with the header in. Stands behind what tells who asks.</summary>
    public static void UseBreakGlass(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!context.Request.Headers.TryGetValue(Name, out var header) || AccessContext.Current is not { Caller.IsBound: true } access)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var minutes = context.RequestServices.GetRequiredService<IOptions<SensitivityOptions>>().Value.BreakGlassMinutes;
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!IsUser(access.Caller) || Reason(header.ToString(), now, TimeSpan.FromMinutes(minutes)) is not { } reason)
        {
            await OperationOutcomes.WriteAsync(context.Response, Refused, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        using var emergency = AccessContext.Enter(access.Caller with { Emergency = reason, Purpose = Purpose });
        await next(context).ConfigureAwait(false);
    });

    /// <summary>Somebody must answer for it.</summary>
    private static bool IsUser(Caller caller)
        => caller.User?.Split('/') is [.., "Practitioner" or "PractitionerRole", _];

    private static string? Reason(string text, DateTimeOffset now, TimeSpan limit)
    {
        var parts = text.Split(';', 2, StringSplitOptions.TrimEntries);
        return parts is [var at, { Length: >= LeastReason } reason]
            && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var declared)
            && declared <= now + Skew && now - declared < limit
            ? reason
            : null;
    }
}
