namespace FhirNaltrexone.Server.Web;

/// <summary>The page at <c>/</c>: where everything is.</summary>
internal static class StartPage
{
    private static readonly byte[] Html = EmbeddedFiles.Read("pages/start.html");
    private static readonly byte[] Css = EmbeddedFiles.Read("pages/start.css");

    /// <summary>Maps the page and its style.</summary>
    public static void MapStartPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpContext context) => WriteAsync(context, Html, "text/html; charset=utf-8")).ExcludeFromDescription();
        routes.MapGet("/start.css", (HttpContext context) => WriteAsync(context, Css, "text/css; charset=utf-8")).ExcludeFromDescription();
    }

    private static Task WriteAsync(HttpContext context, byte[] file, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = file.Length;
        return context.Response.Body.WriteAsync(file, context.RequestAborted).AsTask();
    }
}
