using Microsoft.AspNetCore.Http.Features;

namespace FhirNaltrexone.Server;

/// <summary>The limit of the web server for request bodies.</summary>
internal static class BodyLimit
{
    /// <summary>Lifts it: it would end the connection without an answer that helps. For those who keep a limit of their own while they read.</summary>
    public static void LiftBodyLimit(this HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature) feature.MaxRequestBodySize = null;
    }
}
