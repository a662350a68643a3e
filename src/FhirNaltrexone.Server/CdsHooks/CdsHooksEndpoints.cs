using FhirNaltrexone.Server.CdsHooks.Calls;
using FhirNaltrexone.Server.CdsHooks.Discovery;
using FhirNaltrexone.Server.CdsHooks.Feedback;

namespace FhirNaltrexone.Server.CdsHooks;

/// <summary>The addresses of the slice (CDS Hooks 2.0).</summary>
internal static class CdsHooksEndpoints
{
    /// <summary>Maps discovery, calls and feedback.</summary>
    public static void MapCdsHooks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/cds-services").WithTags("CDS Hooks");
        group.MapGet("/", Discover)
            .WithSummary("Lists the CDS services with their prefetch templates.")
            .WithName("discovery");
        group.MapPost("/{id}", Call)
            .WithSummary("Answers a hook call with cards. Request and answer are described by /schemas/cds-hooks-request.json and -response.json.")
            .WithName("call");
        group.MapPost("/{id}/feedback", StoreFeedback)
            .WithSummary("Stores what became of cards. The same report may be sent again.")
            .WithName("feedback");
        group.MapGet("/feedback", ListFeedback)
            .WithSummary("Lists stored feedback page by page: query parameters service, after and count.")
            .WithName("feedback-list");
    }

    private static Task Discover(HttpContext context, DiscoveryDocument document)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = document.Utf8.Length;
        return context.Response.Body.WriteAsync(document.Utf8, context.RequestAborted).AsTask();
    }

    private static Task Call(string id, HttpContext context, HookCalls calls) => calls.AnswerAsync(id, context);

    private static Task StoreFeedback(string id, HttpContext context, FeedbackPosts posts) => posts.StoreAsync(id, context);

    private static Task ListFeedback(HttpContext context, FeedbackPosts posts) => posts.ListAsync(context);
}
