using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace FhirNaltrexone.Server.Tests.Security.Edges;

/// <summary>Lets requests come from the address a header says: what the network does, without the network.</summary>
internal sealed class RemoteHeader : IStartupFilter
{
    public const string Name = "X-Test-Remote";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            if (context.Request.Headers[Name] is [{ } text]) context.Connection.RemoteIpAddress = IPAddress.Parse(text);
            return following(context);
        });
        next(app);
    };
}
