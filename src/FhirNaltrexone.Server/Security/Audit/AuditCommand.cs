using System.CommandLine;
using System.Globalization;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Audit;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>The verb <c>audit verify</c>: tells whether any record of access was altered, removed or reordered.</summary>
internal static class AuditCommand
{
    private static readonly Argument<string[]> Settings = new("settings")
    {
        Description = "Settings of the service as --Section:Name=value.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string[]> Anchors = new("--anchor")
    {
        Description = "An end of the chain noted earlier, as position:hash; it must still be part of the chain.",
    };

    private static readonly Option<bool> MayBeEmpty = new("--allow-empty")
    {
        Description = "A database without any record is in order: the service was never asked for anything yet.",
    };

    /// <summary>The command.</summary>
    /// <param name="compose">Makes the services from settings as on the command line of the service.</param>
    /// <param name="report">Runs the work and reports settings or a database that cannot be used.</param>
    public static Command Create(Func<string[], IHost> compose, Func<Func<Task>, Task<int>> report)
    {
        var verify = new Command("verify", "Compares every record of access with its link in the chain; exit code 0 when all agree, 1 when not, 3 when the database cannot be used.") { Settings, Anchors, MayBeEmpty };
        verify.SetAction(async (result, cancellationToken) =>
        {
            var isSound = false;
            var code = await report(async () => isSound = await RunAsync(
                compose(result.GetValue(Settings) ?? []), result.GetValue(Anchors) ?? [], result.GetValue(MayBeEmpty), cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return code != 0 || isSound ? code : 1;
        });
        return new Command("audit", "Looks after the records of access.") { verify };
    }

    private static async Task<bool> RunAsync(IHost host, string[] anchors, bool mayBeEmpty, CancellationToken cancellationToken)
    {
        using var owned = host;
        var storage = host.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        if (!ResourceStores.Exists(storage)) throw new IOException("There is no database where Storage:ConnectionString says; nothing was verified.");
        var options = host.Services.GetRequiredService<IOptions<AuditOptions>>().Value;
        var before = host.Services.GetRequiredService<TimeProvider>().GetUtcNow() - TimeSpan.FromDays(options.RetentionDays);
        var stores = host.Services.GetRequiredService<ResourceStores>();
        var verification = new AuditVerification(
            stores, host.Services.GetRequiredService<AuditTrail>().Seal, before);
        var (head, compared, defects) = await verification.RunAsync([.. anchors.Select(Read)], cancellationToken).ConfigureAwait(false);
        foreach (var defect in defects) await Console.Error.WriteLineAsync(defect).ConfigureAwait(false);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{compared} records compared, {defects.Count} defects. End of the chain: {head.Position}:{head.Hash}")).ConfigureAwait(false);
        var foreign = await stores.Audit.CountForeignAsync(cancellationToken).ConfigureAwait(false);
        if (foreign > 0) await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Clients have stored {foreign} AuditEvents themselves; they are no records of the service.")).ConfigureAwait(false);
        if (compared == 0 && !mayBeEmpty) await Console.Error.WriteLineAsync("There is no record at all: is it the right database? --allow-empty says that this is in order.").ConfigureAwait(false);
        return defects.Count == 0 && (compared > 0 || mayBeEmpty);
    }

    private static AuditHead Read(string anchor)
        => anchor.Split(':') is [var position, { Length: 64 } hash] && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(number, hash)
            : throw new IOException($"An anchor has the form position:hash, as the end of the chain is printed; '{anchor}' has not.");
}
