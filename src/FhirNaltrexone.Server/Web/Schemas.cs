using System.Collections.Frozen;
using FhirNaltrexone.Server.Outcomes;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Web;

/// <summary>Publishes the JSON Schemas of requests and answers; there is no official one for CDS Hooks 2.0.</summary>
internal static class Schemas
{
    private const string Folder = "schemas";

    private static readonly FrozenDictionary<string, byte[]> Files = EmbeddedFiles.In(Folder)
        .ToFrozenDictionary(name => name, name => EmbeddedFiles.Read($"{Folder}/{name}"), StringComparer.Ordinal);

    /// <summary>Maps <c>/schemas/{name}</c>.</summary>
    public static void MapSchemas(this IEndpointRouteBuilder routes)
        => routes.MapGet("/schemas/{name}", Get).WithTags("Documentation").WithSummary("A JSON Schema of the CDS Hooks messages.");

    private static Task Get(string name, HttpContext context)
    {
        if (!Files.TryGetValue(name, out var schema))
        {
            var refusal = new Refusal(
                StatusCodes.Status404NotFound, IssueCodes.NotFound, $"Schemas: {string.Join(", ", Files.Keys.Order(StringComparer.Ordinal))}.");
            return OperationOutcomes.WriteAsync(context.Response, refusal, context.RequestAborted);
        }

        context.Response.ContentType = "application/schema+json; charset=utf-8";
        context.Response.ContentLength = schema.Length;
        return context.Response.Body.WriteAsync(schema, context.RequestAborted).AsTask();
    }
}
