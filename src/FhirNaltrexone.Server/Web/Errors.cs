using FhirNaltrexone.Server.Outcomes;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.AspNetCore.Diagnostics;

namespace FhirNaltrexone.Server.Web;

/// <summary>Gives every error a body that helps: an OperationOutcome. Only 401 stays bare.</summary>
internal static class Errors
{
    /// <summary>Adds the handlers of exceptions and of bodiless errors.</summary>
    public static void UseErrors(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Errors).FullName!);
        var retryAfter = app.Services.GetRequiredService<RetryAfter>().Seconds;
        app.Use((context, next) => GuardStartedAsync(context, next, logger));
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // The message of an exception may quote the data it failed on: ours logs kind and place only.
            SuppressDiagnosticsCallback = _ => true,
            ExceptionHandler = context => HandleAsync(context, logger, retryAfter),
        });
        app.UseStatusCodePages(page => WriteAsync(page.HttpContext, page.HttpContext.Response.StatusCode));
    }

    /// <summary>Once an answer has begun it can only be cut off. Left alone the web server would log the message, and with it what it failed on.</summary>
    private static async Task GuardStartedAsync(HttpContext context, RequestDelegate next, ILogger logger)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (Exception error) when (context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            WebLog.UnhandledError(logger, error.GetType().FullName!, error.StackTrace ?? string.Empty);
            context.Abort();
        }
    }

    private static Task HandleAsync(HttpContext context, ILogger logger, int retryAfter)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (error is BadHttpRequestException bad)
        {
            return WriteAsync(context, bad.StatusCode);
        }

        if (error is StorageException failure)
        {
            if (failure.Code != StorageErrorCode.Forbidden) WebLog.StoreFailed(logger, failure.Code);
            return StoreFailedAsync(context, StorageRefusals.Of(failure), retryAfter);
        }

        WebLog.UnhandledError(logger, error?.GetType().FullName ?? "unknown", error?.StackTrace ?? string.Empty);
        return WriteAsync(context, StatusCodes.Status500InternalServerError);
    }

    private static Task StoreFailedAsync(HttpContext context, Refusal refusal, int retryAfter)
    {
        if (refusal.Status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = $"{retryAfter}";
        return OperationOutcomes.WriteAsync(context.Response, refusal, context.RequestAborted);
    }

    private static Task WriteAsync(HttpContext context, int status)
        => status == StatusCodes.Status401Unauthorized
            ? Task.CompletedTask
            : OperationOutcomes.WriteAsync(context.Response, Explain(status, context.Response), context.RequestAborted);

    private static Refusal Explain(int status, HttpResponse response) => status switch
    {
        StatusCodes.Status404NotFound => new(status, IssueCodes.NotFound, "There is nothing at this address; / lists what there is."),
        StatusCodes.Status405MethodNotAllowed => new(status, IssueCodes.NotSupported, $"This address answers {response.Headers.Allow} only."),
        StatusCodes.Status413PayloadTooLarge => new(status, IssueCodes.TooLong, "The body is too large."),
        StatusCodes.Status415UnsupportedMediaType => new(status, IssueCodes.NotSupported, "Send the body as application/json in UTF-8."),
        StatusCodes.Status403Forbidden => new(status, IssueCodes.Forbidden, "This is not allowed."),
        >= StatusCodes.Status500InternalServerError => new(status, IssueCodes.Exception, "The service failed; the failure has been recorded."),
        _ => new(status, IssueCodes.Structure, "The request cannot be read."),
    };
}
