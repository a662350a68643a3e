using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Calls;
using FhirNaltrexone.Server.Rest.Capability;

namespace FhirNaltrexone.Server.Rest;

/// <summary>The addresses of the FHIR interface (FHIR R4, http): one set for all types.</summary>
internal static class RestEndpoints
{
    // Without these a method that an address does not take would fall to the pattern of another address.
    private static readonly string[] Known =
    [
        "/metadata", "/_history", "/_search", "/{type}/_history", "/{type}/_search", "/{type}/{id}/_history", "/{type}/{id}/{other}/_search", "/{**path}",
    ];

    private static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps the FHIR interface.</summary>
    public static void MapRest(this IEndpointRouteBuilder routes)
    {
        var fhir = routes.MapGroup(ServerBase.Path).WithTags("FHIR").RequireCors(FhirCors.Policy);
        MapSystem(fhir);
        MapType(fhir);
        MapInstance(fhir);
        MapOperations(fhir);
        foreach (var known in Known) fhir.Map(known, Nothing).ExcludeFromDescription();
    }

    private static void MapSystem(RouteGroupBuilder fhir)
    {
        fhir.MapMethods("/metadata", GetAndHead, Capabilities).RequireCors(FhirCors.Discovery).WithSummary("What this server can do: a CapabilityStatement.").Answers(200);
        fhir.MapPost("/", Bundle).WithSummary("Carries out a Bundle of type batch or transaction.").Takes("A Bundle.", FhirDescriptions.Formats).Answers(200, 202);
        fhir.MapMethods("/", GetAndHead, SearchSystem).WithSummary("Searches all types, or those _type names.").Answers(200, 202);
        fhir.MapPost("/_search", SearchSystem).WithSummary("The same with parameters in a form.").Takes("Search parameters.", FhirDescriptions.Form, isRequired: false).Answers(200, 202);
        fhir.MapMethods("/_history", GetAndHead, HistoryOfSystem).WithSummary("Lists versions of all resources, newest first.").Answers(200, 202);
    }

    private static void MapType(RouteGroupBuilder fhir)
    {
        fhir.MapMethods("/{type}", GetAndHead, SearchType).WithSummary("Searches resources of a type.").Answers(200, 202);
        fhir.MapPost("/{type}/_search", SearchType).WithSummary("The same with parameters in a form.").Takes("Search parameters.", FhirDescriptions.Form, isRequired: false).Answers(200, 202);
        fhir.MapPost("/{type}", Create).WithSummary("Creates a resource; with If-None-Exist only if none matches.").Takes("A resource.", FhirDescriptions.Formats).Answers(200, 201);
        fhir.MapPut("/{type}", UpdateWhere).WithSummary("Updates the one resource the query matches, or creates it.").Takes("A resource.", FhirDescriptions.Formats).Answers(200, 201);
        fhir.MapPatch("/{type}", PatchWhere).WithSummary("Patches the one resource the query matches.").Takes("A patch.", FhirDescriptions.Patches).Answers(200);
        fhir.MapDelete("/{type}", DeleteWhere).WithSummary("Deletes what the query matches.").Answers(200, 204);
        fhir.MapMethods("/{type}/_history", GetAndHead, HistoryOfType).WithSummary("Lists versions of resources of a type, newest first.").Answers(200, 202);
    }

    private static void MapInstance(RouteGroupBuilder fhir)
    {
        fhir.MapMethods("/{type}/{id}", GetAndHead, Read).WithSummary("Reads a resource.").Answers(200, 202, 304);
        fhir.MapPut("/{type}/{id}", Update).WithSummary("Updates a resource, or creates it under this id.").Takes("A resource.", FhirDescriptions.Formats).Answers(200, 201);
        fhir.MapPatch("/{type}/{id}", Patch).WithSummary("Patches a resource by JSON Patch or FHIRPath Patch.").Takes("A patch.", FhirDescriptions.Patches).Answers(200);
        fhir.MapDelete("/{type}/{id}", Delete).WithSummary("Deletes a resource; its history stays.").Answers(200, 204);
        fhir.MapMethods("/{type}/{id}/_history", GetAndHead, HistoryOfInstance).WithSummary("Lists versions of a resource, newest first.").Answers(200, 202);
        fhir.MapMethods("/{type}/{id}/_history/{version}", GetAndHead, ReadVersion).WithSummary("Reads one version of a resource.").Answers(200, 202, 304);
        fhir.MapMethods("/{type}/{id}/{other}", GetAndHead, SearchCompartment).WithSummary("Searches a compartment for a type, or for * all types.").Answers(200, 202);
        fhir.MapPost("/{type}/{id}/{other}/_search", SearchCompartment).WithSummary("The same with parameters in a form.").Takes("Search parameters.", FhirDescriptions.Form, isRequired: false).Answers(200, 202);
    }

    private static void MapOperations(RouteGroupBuilder fhir)
    {
        string[] methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];
        RouteHandlerBuilder[] all =
        [
            fhir.MapMethods("/${name}", methods, Operate).WithSummary("Calls an operation of the system; the CapabilityStatement lists them."),
            fhir.MapMethods("/{type}/${name}", methods, OperateOnType).WithSummary("Calls an operation of a type."),
            fhir.MapMethods("/{type}/{id}/${name}", methods, OperateOnInstance).WithSummary("Calls an operation of a resource."),
        ];
        foreach (var one in all) one.Takes("Parameters, or what the operation takes alone.", FhirDescriptions.Formats, isRequired: false).Answers(200, 202);
    }

    private static Task Capabilities(HttpContext context, RestEdge edge, CapabilityDocument document)
        => edge.RunAsync(context, (request, _) => Task.FromResult(document.Answer(request)));

    private static Task Bundle(HttpContext context, RestEdge edge, BundleCalls calls)
        => edge.RunAsync(context, (request, token) => calls.ProcessAsync(context.Request, request, token));

    private static Task SearchSystem(HttpContext context, RestEdge edge, SearchCalls calls)
        => edge.RunAsync(context, (request, token) => calls.SearchAsync(new(null, null), request, token));

    private static Task SearchType(string type, HttpContext context, RestEdge edge, SearchCalls calls)
        => edge.RunAsync(context, (request, token) => calls.SearchAsync(new(type, null), request, token));

    private static Task SearchCompartment(string type, string id, string other, HttpContext context, RestEdge edge, SearchCalls calls)
        => edge.RunAsync(context, (request, token) => calls.SearchAsync(new(other == "*" ? null : other, new(type, id)), request, token));

    private static Task HistoryOfSystem(HttpContext context, RestEdge edge, HistoryCalls calls)
        => edge.RunAsync(context, (request, token) => calls.ListAsync(null, null, request, token));

    private static Task HistoryOfType(string type, HttpContext context, RestEdge edge, HistoryCalls calls)
        => edge.RunAsync(context, (request, token) => calls.ListAsync(type, null, request, token));

    private static Task HistoryOfInstance(string type, string id, HttpContext context, RestEdge edge, HistoryCalls calls)
        => edge.RunAsync(context, (request, token) => calls.ListAsync(type, id, request, token));

    private static Task Read(string type, string id, HttpContext context, RestEdge edge, ReadCalls calls)
        => edge.RunAsync(context, (request, token) => calls.ReadAsync(type, id, context.Request, request, token), isRawAllowed: type == "Binary");

    private static Task ReadVersion(string type, string id, string version, HttpContext context, RestEdge edge, ReadCalls calls)
        => edge.RunAsync(context, (request, token) => calls.ReadVersionAsync(type, id, version, context.Request, request, token), isRawAllowed: type == "Binary");

    private static Task Create(string type, HttpContext context, RestEdge edge, WriteCalls calls)
        => edge.RunAsync(context, (request, token) => calls.CreateAsync(type, context.Request, request, token));

    private static Task Update(string type, string id, HttpContext context, RestEdge edge, WriteCalls calls)
        => edge.RunAsync(context, (request, token) => calls.UpdateAsync(type, id, context.Request, request, token));

    private static Task UpdateWhere(string type, HttpContext context, RestEdge edge, WriteCalls calls)
        => edge.RunAsync(context, (request, token) => calls.UpdateWhereAsync(type, context.Request, request, token));

    private static Task Patch(string type, string id, HttpContext context, RestEdge edge, WriteCalls calls)
        => edge.RunAsync(context, (request, token) => calls.PatchAsync(type, id, context.Request, request, token));

    private static Task PatchWhere(string type, HttpContext context, RestEdge edge, WriteCalls calls)
        => edge.RunAsync(context, (request, token) => calls.PatchWhereAsync(type, context.Request, request, token));

    private static Task Delete(string type, string id, HttpContext context, RestEdge edge, WriteCalls calls)
        => edge.RunAsync(context, (request, token) => calls.DeleteAsync(type, id, context.Request, request, token));

    private static Task DeleteWhere(string type, HttpContext context, RestEdge edge, WriteCalls calls)
        => edge.RunAsync(context, (request, token) => calls.DeleteWhereAsync(type, context.Request, request, token));

    private static Task Operate(string name, HttpContext context, RestEdge edge, OperationCalls calls)
        => edge.RunAsync(context, (request, token) => calls.CallAsync(name, null, null, context.Request, request, token));

    private static Task OperateOnType(string type, string name, HttpContext context, RestEdge edge, OperationCalls calls)
        => edge.RunAsync(context, (request, token) => calls.CallAsync(name, type, null, context.Request, request, token));

    private static Task OperateOnInstance(string type, string id, string name, HttpContext context, RestEdge edge, OperationCalls calls)
        => edge.RunAsync(context, (request, token) => calls.CallAsync(name, type, id, context.Request, request, token));

    private static Task Nothing(HttpContext context, RestEdge edge)
        => edge.RunAsync(context, (_, _) => Task.FromResult(UnknownAddress.Answer(context.Request.Path.Value![ServerBase.Path.Length..], context.Request.Method)));
}
