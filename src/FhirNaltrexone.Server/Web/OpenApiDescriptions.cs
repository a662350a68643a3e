using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FhirNaltrexone.Server.Web;

/// <summary>Completes the OpenAPI document: bodies are read and written without classes, so their shape is told by the published JSON Schemas.</summary>
internal static class OpenApiDescriptions
{
    private const string Json = "application/json";
    private const string FhirJson = "application/fhir+json";
    private const string Operation = "Operation";

    /// <summary>Registers the transformers.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "FhirNaltrexone",
                Version = "v1",
                Description = "CDS Hooks 2.0 service on FHIR R4: naltrexone safety at prescribing. Errors are FHIR OperationOutcome resources.",
            };
            document.Servers?.Clear();
            AddOperation(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            Describe(operation);
            return Task.CompletedTask;
        });
    }

    /// <summary>Health checks and metrics are middleware, which the document does not find by itself.</summary>
    private static void AddOperation(OpenApiDocument document)
    {
        document.Tags ??= new HashSet<OpenApiTag>();
        document.Tags.Add(new OpenApiTag { Name = Operation });
        Add("/health/live", "Whether the process answers.", ("200", "Healthy."), ("503", "Unhealthy."));
        Add("/health/ready", "Whether calls can be answered, and what stands in the way.", ("200", "Healthy or degraded."), ("503", "Unhealthy."));
        Add("/metrics", "Metrics for Prometheus.", ("200", "The metrics."));

        void Add(string path, string summary, params ReadOnlySpan<(string Status, string Words)> answers)
        {
            var responses = new OpenApiResponses();
            foreach (var (status, words) in answers) responses[status] = Response(words, "text/plain", JsonSchemaType.String);
            var operation = new OpenApiOperation { Summary = summary, Responses = responses, Tags = new HashSet<OpenApiTagReference> { new(Operation, document) } };
            document.Paths[path] = new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = operation } };
        }
    }

    private static void Describe(OpenApiOperation operation)
    {
        switch (operation.OperationId)
        {
            case "call":
                operation.RequestBody = Body("A hook call, see /schemas/cds-hooks-request.json.");
                operation.Responses = Responses("Cards, see /schemas/cds-hooks-response.json.", "400", "404", "412", "413", "415", "500");
                break;
            case "feedback":
                operation.RequestBody = Body("Feedback, see /schemas/cds-hooks-feedback.json.");
                operation.Responses = Responses("Stored.", "400", "404", "413", "415", "500");
                break;
            case "feedback-list":
                operation.Parameters = [Query("service", JsonSchemaType.String), Query("after", JsonSchemaType.Integer), Query("count", JsonSchemaType.Integer)];
                operation.Responses = Responses("A page of stored feedback.", "400", "500");
                break;
            case "discovery":
                operation.Responses = Responses("The services, see /schemas/cds-hooks-discovery.json.", "500");
                break;
        }
    }

    private static OpenApiRequestBody Body(string description) => new()
    {
        Required = true,
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() { Schema = AnyObject() } },
    };

    private static OpenApiParameter Query(string name, JsonSchemaType type)
        => new() { Name = name, In = ParameterLocation.Query, Schema = new OpenApiSchema { Type = type } };

    private static OpenApiResponses Responses(string success, params ReadOnlySpan<string> errors)
    {
        var responses = new OpenApiResponses { ["200"] = Response(success, Json) };
        foreach (var status in errors)
        {
            responses[status] = Response("OperationOutcome with one issue for each defect.", FhirJson);
        }

        return responses;
    }

    private static OpenApiResponse Response(string description, string mediaType, JsonSchemaType type = JsonSchemaType.Object) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { [mediaType] = new() { Schema = new OpenApiSchema { Type = type } } },
    };

    private static OpenApiSchema AnyObject() => new() { Type = JsonSchemaType.Object };
}
