using System.Text.Json;
using FhirNaltrexone.Storage.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace FhirNaltrexone.Server.Tests.Security.Support;

/// <summary>Lets requests in as whoever a header says: what middleware for tokens does, without the tokens.</summary>
internal sealed class CallerHeader : IStartupFilter
{
    public const string Name = "X-Test-Caller";

    public static (string Name, string Value) Of(Caller caller) => (Name, JsonSerializer.Serialize(caller));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            if (context.Request.Headers[Name] is not [{ } text])
            {
                await following(context);
                return;
            }

            using var access = AccessContext.Enter(JsonSerializer.Deserialize<Caller>(text)!);
            await following(context);
        });
        next(app);
    };
}
