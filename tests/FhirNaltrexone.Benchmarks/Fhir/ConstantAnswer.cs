using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FhirNaltrexone.Benchmarks.Fhir;

/// <summary>The limit of a read: the same web server answers the same bytes without looking for them.</summary>
internal static class ConstantAnswer
{
    /// <summary>Command line of the process.</summary>
    public const string Verb = "serve-constant-answer";

    public static async Task<int> ServeAsync(string url)
    {
        var answer = Samples.Observation(1, "constant");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/fhir/Observation/{id}", (HttpContext context) =>
        {
            context.Response.ContentType = "application/fhir+json";
            context.Response.ContentLength = answer.Length;
            return context.Response.Body.WriteAsync(answer, context.RequestAborted).AsTask();
        });
        await app.RunAsync();
        return 0;
    }
}
