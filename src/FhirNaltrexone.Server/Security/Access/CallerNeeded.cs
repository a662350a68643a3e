using System.Net;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Security.Access;

/// <summary>
/// The last guard: whoever none of the others let in gets no further, but for what is public. A new address is closed until it is listed here or has a
/// guard of its own.
/// </summary>
internal sealed class CallerNeeded(RequestDelegate next)
{
    private static readonly PathString Metrics = "/metrics";

    private static readonly PathString[] Public =
    [
        "/start.css", "/health", "/openapi", "/scalar", "/schemas", "/package.tgz", "/fhir/metadata", "/fhir/.well-known/smart-configuration",

        // Where callers come to be let in.
        "/connect", "/launch", "/.well-known/openid-configuration",
    ];

    public Task InvokeAsync(HttpContext context)
    {
        if (AccessContext.Current is not null || IsPublic(context)) return next(context);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = BearerToken.Scheme;
        return Task.CompletedTask;
    }

    private static bool IsPublic(HttpContext context)
    {
        var path = context.Request.Path;
        return path == "/"
            || Array.Exists(Public, door => path.StartsWithSegments(door, StringComparison.Ordinal))
            || (path.StartsWithSegments(Metrics, StringComparison.Ordinal) && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address));
    }
}
