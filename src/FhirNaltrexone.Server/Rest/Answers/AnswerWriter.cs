using System.Buffers;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Calls;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Rest.Answers;

/// <summary>Writes an answer to HTTP: status, headers, body in the format agreed on. HEAD gets what GET would, save the body.</summary>
internal static class AnswerWriter
{
    private static readonly JsonWriterOptions Plain = new() { MaxDepth = Nesting.Answer, SkipValidation = true };
    private static readonly JsonWriterOptions Indented = new() { MaxDepth = Nesting.Answer, SkipValidation = true, Indented = true };

    /// <summary>Writes the answer.</summary>
    public static Task WriteAsync(HttpContext context, RestRequest request, FhirAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        WriteHeaders(response, request, answer);
        if (answer.Body is not { } body)
        {
            if (answer.Status is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)) response.ContentLength = 0;
            return Task.CompletedTask;
        }

        response.ContentType = body.MediaType ?? request.Format.ContentType;
        if (body is { MediaType: not null, Raw: { } data }) return SendAsync(context, data);
        if (request.Format.IsXml) return WriteXmlAsync(context, body, request.IsPretty);
        if (body.IsLarge) return StreamAsync(context, body, request.IsPretty);
        return body.Raw is { } raw && !request.IsPretty
            ? SendAsync(context, raw)
            : BufferAsync(context, body, request.IsPretty);
    }

    private static void WriteHeaders(HttpResponse response, RestRequest request, FhirAnswer answer)
    {
        if (answer.Version is { } version)
        {
            response.Headers.ETag = ResourceHeaders.ETag(version);
            response.Headers.LastModified = ResourceHeaders.LastModified(version);
            if (!version.IsDeleted) response.Headers.ContentLocation = ResourceHeaders.Location(version, request.Base);
            if (answer.HasLocation) response.Headers.Location = ResourceHeaders.Location(version, request.Base);
        }

        foreach (var (name, value) in answer.Headers) response.Headers[name] = value;
    }

    private static async Task WriteXmlAsync(HttpContext context, AnswerBody body, bool isPretty)
    {
        var json = body.Raw ?? await JsonAsync(body, Plain).ConfigureAwait(false);
        await SendAsync(context, FhirXml.FromJson(json.Span, isPretty)).ConfigureAwait(false);
    }

    private static async Task BufferAsync(HttpContext context, AnswerBody body, bool isPretty)
        => await SendAsync(context, await JsonAsync(body, isPretty ? Indented : Plain).ConfigureAwait(false)).ConfigureAwait(false);

    private static async ValueTask<ReadOnlyMemory<byte>> JsonAsync(AnswerBody body, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        await using var writer = new Utf8JsonWriter(buffer, options);
        if (options.Indented) await WriteIndentedAsync(body, writer).ConfigureAwait(false);
        else await body.WriteAsync(writer, NoFlush).ConfigureAwait(false);
        await writer.FlushAsync().ConfigureAwait(false);
        return buffer.WrittenMemory;
    }

    // Raw parts of a body are not indented by the writer: the whole is parsed once more.
    private static async ValueTask WriteIndentedAsync(AnswerBody body, Utf8JsonWriter writer)
    {
        var json = body.Raw ?? await JsonAsync(body, Plain).ConfigureAwait(false);
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Nesting.Answer });
        document.RootElement.WriteTo(writer);
    }

    private static async Task StreamAsync(HttpContext context, AnswerBody body, bool isPretty)
    {
        if (isPretty)
        {
            await BufferAsync(context, body, isPretty).ConfigureAwait(false);
            return;
        }

        if (HttpMethods.IsHead(context.Request.Method)) return;
        var pipe = context.Response.BodyWriter;
        await using var writer = new Utf8JsonWriter(pipe, Plain);
        await body.WriteAsync(writer, FlushAsync).ConfigureAwait(false);
        await FlushAsync().ConfigureAwait(false);

        async ValueTask FlushAsync()
        {
            await writer.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            await pipe.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static Task SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        context.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private static ValueTask NoFlush() => ValueTask.CompletedTask;
}
