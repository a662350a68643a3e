using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>Tells the OpenAPI document what requests carry and how they are answered: bodies are read and written without classes, so nothing else tells it.</summary>
internal static class FhirDescriptions
{
    /// <summary>What resources are written as.</summary>
    public static readonly string[] Formats = ["application/fhir+json", "application/fhir+xml"];

    /// <summary>What patches are written as.</summary>
    public static readonly string[] Patches = ["application/json-patch+json", .. Formats];

    /// <summary>What parameters are sent as.</summary>
    public static readonly string[] Form = ["application/x-www-form-urlencoded"];

    /// <summary>Tells how an address of the FHIR interface answers; errors are OperationOutcomes.</summary>
    /// <param name="endpoint">The address.</param>
    /// <param name="statuses">When it goes well.</param>
    public static TBuilder Answers<TBuilder>(this TBuilder endpoint, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder
        => endpoint.Responds([.. statuses.Select(status => (Key(status), Words(status), HasContent(status) ? Formats : [])), ("default", "An OperationOutcome with one issue for each defect.", Formats)]);

    /// <summary>Tells how an address answers.</summary>
    /// <param name="endpoint">The address.</param>
    /// <param name="answers">Statuses, what they mean, and the media types of what is sent with them.</param>
    public static TBuilder Responds<TBuilder>(this TBuilder endpoint, params (string Status, string Words, string[] MediaTypes)[] answers)
        where TBuilder : IEndpointConventionBuilder
        => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Responses = [];
            foreach (var (status, words, types) in answers) operation.Responses[status] = new OpenApiResponse { Description = words, Content = Content(types) };
            return Task.CompletedTask;
        });

    /// <summary>Tells what the methods of an address that carry something take.</summary>
    /// <param name="endpoint">The address.</param>
    /// <param name="words">What it is.</param>
    /// <param name="mediaTypes">Its media types.</param>
    /// <param name="isRequired">Whether it must be sent.</param>
    public static TBuilder Takes<TBuilder>(this TBuilder endpoint, string words, string[] mediaTypes, bool isRequired = true)
        where TBuilder : IEndpointConventionBuilder
        => endpoint.AddOpenApiOperationTransformer((operation, context, _) =>
        {
            if (context.Description.HttpMethod is "POST" or "PUT" or "PATCH")
                operation.RequestBody = new OpenApiRequestBody { Description = words, Required = isRequired, Content = Content(mediaTypes) };
            return Task.CompletedTask;
        });

    private static Dictionary<string, OpenApiMediaType> Content(string[] mediaTypes)
        => mediaTypes.ToDictionary(type => type, type => new OpenApiMediaType { Schema = new OpenApiSchema { Type = Shape(type) } });

    private static JsonSchemaType Shape(string mediaType)
        => mediaType.StartsWith("text/", StringComparison.Ordinal) || mediaType.EndsWith("ndjson", StringComparison.Ordinal) ? JsonSchemaType.String
            : mediaType.Contains("json-patch", StringComparison.Ordinal) ? JsonSchemaType.Array
            : JsonSchemaType.Object;

    private static string Key(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static bool HasContent(int status) => status is StatusCodes.Status200OK or StatusCodes.Status201Created;

    private static string Words(int status) => status switch
    {
        StatusCodes.Status201Created => "Created; Location names the version.",
        StatusCodes.Status202Accepted => "Accepted; what is not done yet is asked for at Content-Location.",
        StatusCodes.Status204NoContent => "Done; nothing is sent.",
        StatusCodes.Status304NotModified => "Not changed since the version the client has.",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };
}
