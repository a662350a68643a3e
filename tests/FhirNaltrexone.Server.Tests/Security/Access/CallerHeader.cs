using System.Text.Json;
using FhirNaltrexone.Storage.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace FhirNaltrexone.Server.Tests.Security.Access;

/// <summary>Lets a request in for the caller that a header names, in the place of whoever checks tokens; without the header the service is open.</summary>
internal sealed class CallerHeader : IStartupFilter
{
    public const string Name = "X-Test-Caller";

    public static (string Name, string Value) Of(Caller caller) => (Name, JsonSerializer.Serialize(caller));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            if (context.Request.Headers[Name].ToString() is not { Length: > 0 } text)
            {
                await rest(context);
                return;
            }

            using var access = AccessContext.Enter(JsonSerializer.Deserialize<Caller>(text)!);
            await rest(context);
        });
        next(app);
    };
}
