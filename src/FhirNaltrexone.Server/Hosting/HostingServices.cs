using System.Security.Authentication;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Hosting;

/// <summary>Clock, defaults, telemetry and health of the process.</summary>
internal static class HostingServices
{
    private static readonly Dictionary<string, string?> Defaults = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:System.Net.Http"] = "Warning",
        ["Logging:LogLevel:Polly"] = "Error",
        ["Logging:LogLevel:OpenIddict"] = "Warning",
    };

    /// <summary>
    /// Starts with the settings of the command line. Settings are read once: files watched for changes stand in the folder of the database, and each of
    /// its writes would wake the process.
    /// </summary>
    /// <param name="settings">Settings as <c>--Section:Name=value</c>.</param>
    public static WebApplicationBuilder CreateBuilder(string[] settings)
        => WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. settings]);

    /// <summary>Adds what every slice stands on.</summary>
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        builder.WebHost.UseKestrelHttpsConfiguration();

        // A read that only waits costs as much as one that brings data; a connection that waits may hold its 4 KB.
        builder.WebHost.UseSockets(sockets => sockets.WaitForDataBeforeAllocatingBuffer = false);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // What the machine allows may be older; an endpoint of the settings can say otherwise for itself.
#pragma warning disable CA5398 // A floor, not a choice.
            kestrel.ConfigureHttpsDefaults(https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
#pragma warning restore CA5398
        });

        // Reachable from this machine only, unless the operator says otherwise in one of the usual ways.
        if (!ListeningAddresses.AreGiven(builder.Configuration)) builder.WebHost.UseUrls(ListeningAddresses.Default);

        builder.Services.AddOptions<ClockOptions>().BindKnown(ClockOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ClockOptions>, ClockOptionsValidator>();
        builder.Services.AddSingleton(provider => Clock(provider.GetRequiredService<IOptions<ClockOptions>>().Value));
        builder.Services.AddHealthChecks();
        builder.Services.AddStorage();
        builder.Services.AddContent(builder.Configuration);
        builder.AddTelemetry();
        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, LogFloors>();
    }

    /// <summary>Maps health and metrics.</summary>
    public static void MapHosting(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).WithTags("Operation");
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = WriteAsync }).WithTags("Operation");
        app.MapPrometheusScrapingEndpoint("/metrics").WithTags("Operation");
    }

    /// <summary>The state, then a line for each check that has something to say.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain";
        var said = report.Entries.Values.Select(entry => entry.Description).Where(text => !string.IsNullOrEmpty(text));
        return context.Response.WriteAsync(string.Join('\n', said.Prepend(report.Status.ToString())), context.RequestAborted);
    }

    private static TimeProvider Clock(ClockOptions options) => options.Instant is { } now ? new FixedClock(now) : TimeProvider.System;
}
