using FhirNaltrexone.Server.Tests.Security.Support;

namespace FhirNaltrexone.Server.Tests.Security.Edges;

/// <summary>A server that sends everybody elsewhere.</summary>
internal static class Redirect
{
    public static async Task<KeyServer> StartAsync(int status, string target)
    {
        var server = await KeyServer.StartAsync();
        server.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = target;
            return Task.CompletedTask;
        };
        return server;
    }
}
