using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace FhirNaltrexone.Server.Conformance;

/// <summary>Hands out our guide as FHIR package: the very bytes of profiles/generated, named by their hash.</summary>
internal static class PackageDoor
{
    private const string Resource = "conformance/package.tgz";

    private static readonly byte[] Package = Read();

    // A new version of the service has another package under the same address: caches must ask, and mostly hear that nothing has changed.
    private static readonly EntityTagHeaderValue Tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Package))}\"");

    /// <summary>Maps <c>/package.tgz</c>.</summary>
    public static void MapPackage(this IEndpointRouteBuilder routes)
        => routes.MapMethods("/package.tgz", [HttpMethods.Get, HttpMethods.Head], Get).WithTags("Documentation").WithSummary("Profiles, rules and examples as FHIR package.");

    private static FileContentHttpResult Get(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, no-cache";
        return TypedResults.Bytes(Package, "application/gzip", "fhir.naltrexone.tgz", enableRangeProcessing: true, entityTag: Tag);
    }

    private static byte[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
