using System.Text.Json;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Jobs;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>On whose behalf jobs are done: what is worked on later may show and change no more than the request that asked for it.</summary>
internal static class JobCallers
{
    /// <summary>The caller of the request under way, as it is kept with a job; an emergency is over when the request is.</summary>
    public static string? Write() => AccessContext.Current is { } context ? JsonSerializer.Serialize(context.Caller with { Emergency = null }) : null;

    /// <summary>
    /// On whose behalf a job is done: a registered client as it stands now, with what it was granted then and still is. A job without caller is older than
    /// callers and may do nothing.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="registered">The registered clients.</param>
    /// <returns>Null when the client is not registered any more.</returns>
    public static Caller? Of(Job job, RegisteredCallers registered)
    {
        if (Read(job) is not { } then) return new Caller { Id = job.Kind };
        if (!then.IsRegistered) return then;
        return registered.Find(Ownership.CodeOf(then)) is { } now ? Joined(then, now) : null;
    }

    /// <summary>Whether the request under way may ask for a job.</summary>
    /// <param name="job">The job.</param>
    public static bool MayAsk(Job job)
        => AccessContext.Current is { } context && Read(job) is { } caller && caller.IsSame(context.Caller);

    /// <summary>Whether files are given out only to whoever shows who they are.</summary>
    public static bool NeedToken => AccessContext.Current is { Caller.IsUnrestricted: false };

    private static Caller Joined(Caller then, Caller now) => now.IsUnrestricted ? then : now with
    {
        Token = then.Token,
        Tenant = then.Tenant,
        User = then.User,
        Patient = then.Patient,
        Grants = [.. then.Grants.SelectMany(granted => now.Grants.Select(granted.And)).OfType<Grant>().Distinct()],
    };

    /// <summary>Who asked for a job; null for one that is older than callers.</summary>
    /// <param name="job">The job.</param>
    public static Caller? Read(Job job) => job.Caller is { } text ? JsonSerializer.Deserialize<Caller>(text) : null;
}
