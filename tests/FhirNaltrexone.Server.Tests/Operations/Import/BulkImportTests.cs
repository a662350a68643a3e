using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FhirNaltrexone.Server.Tests.Operations.Import;

/// <summary>Import of lines, from the body and from servers on the list.</summary>
public sealed class BulkImportTests : IDisposable
{
    private static readonly (string, string) Lines = ("Content-Type", "application/fhir+ndjson");

    private readonly FhirHttp _fhir = new([.. OperationServer.Settings, ("Import:BatchLines", "3")]);

    public void Dispose() => _fhir.Dispose();

    [Fact]
    public async Task Lines_of_a_body_are_stored_and_those_refused_are_named()
    {
        var body = string.Join('\n',
            """{"resourceType":"Patient","id":"a","active":true}""",
            """{"resourceType":"Patient","id":"b","active":"perhaps"}""",
            "",
            """{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/a"}}""",
            "not json",
            """{"resourceType":"Patient","id":"a","active":false}""");

        var report = await _fhir.ResultAsync(await _fhir.PostAsync("/fhir/$import", body, Lines).AcceptedAsync());

        var output = Assert.Single(report["output"]!.AsArray())!;
        Assert.Equal((2, 1, 2), ((int)output["created"]!, (int)output["updated"]!, (int)output["refused"]!));
        var errors = await _fhir.LinesAsync(report, "error");
        Assert.Equal(["Input 1, line 2", "Input 1, line 5"], errors.Select(error => ((string)error["issue"]![0]!["diagnostics"]!).Split(':')[0]));
        using var patient = await _fhir.GetAsync("/fhir/Patient/a");
        Assert.False((bool)(await patient.JsonAsync())["active"]!);
        using var search = await _fhir.GetAsync("/fhir/Observation?patient=a");
        Assert.Single((await search.JsonAsync()).Ids());
    }

    [Fact]
    public async Task An_input_is_fetched_from_a_server_on_the_list()
    {
        await using var files = await FilesAsync(context => context.Response.WriteAsync("{\"resourceType\":\"Patient\",\"id\":\"far\"}\n{\"resourceType\":\"Basic\",\"id\":\"x\",\"code\":{\"text\":\"x\"}}\n"));
        using var fhir = new FhirHttp([.. OperationServer.Settings, ("Import:Origins:0:Origin", files.Urls.Single()), ("Import:Origins:0:AllowPrivateNetwork", "true")]);

        var report = await fhir.ResultAsync(await fhir.PostAsync("/fhir/$import", Input("Patient", files.Urls.Single() + "/patients.ndjson")).AcceptedAsync());

        var output = Assert.Single(report["output"]!.AsArray())!;
        Assert.Equal((1, 1), ((int)output["count"]!, (int)output["refused"]!));
        using var patient = await fhir.GetAsync("/fhir/Patient/far");
        Assert.Equal(200, (int)patient.StatusCode);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://localhost:1/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nonsense")]
    public async Task Servers_that_are_not_on_the_list_are_never_called(string url)
    {
        using var response = await _fhir.PostAsync("/fhir/$import", Input("Patient", url));

        Assert.Equal("forbidden", (string?)(await response.IssueAsync(400))["code"]);
    }

    [Fact]
    public async Task A_listed_name_that_leads_into_a_private_network_is_not_followed()
    {
        await using var files = await FilesAsync(_ => throw new InvalidOperationException("Must not be called."));
        using var fhir = new FhirHttp([.. OperationServer.Settings, ("Import:Origins:0:Origin", files.Urls.Single()), ("Jobs:MaxAttempts", "1"), ("Import:SilenceSeconds", "1")]);

        using var response = await fhir.EndAsync(await fhir.PostAsync("/fhir/$import", Input("Patient", files.Urls.Single() + "/x")).AcceptedAsync());

        await response.IssueAsync(500);
    }

    [Fact]
    public async Task An_answer_that_is_no_success_ends_the_import_with_a_reason()
    {
        await using var files = await FilesAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = "http://169.254.169.254/";
            return Task.CompletedTask;
        });
        using var fhir = new FhirHttp([.. OperationServer.Settings, ("Import:Origins:0:Origin", files.Urls.Single()), ("Import:Origins:0:AllowPrivateNetwork", "true")]);

        using var response = await fhir.EndAsync(await fhir.PostAsync("/fhir/$import", Input("Patient", files.Urls.Single() + "/x")).AcceptedAsync());

        Assert.Contains("302", (string?)(await response.IssueAsync(400))["diagnostics"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_without_inputs_is_refused()
    {
        using var response = await _fhir.PostAsync("/fhir/$import", """{"resourceType":"Parameters"}""");

        await response.IssueAsync(400);
    }

    [Fact]
    public async Task A_body_with_too_many_lines_is_refused()
    {
        using var fhir = new FhirHttp([.. OperationServer.Settings, ("Import:MaxInlineBytes", "1000")]);

        using var response = await fhir.PostAsync("/fhir/$import", string.Join('\n', Enumerable.Repeat("{\"resourceType\":\"Patient\"}", 50)), Lines);

        await response.IssueAsync(413);
    }

    private static string Input(string type, string url) => new JsonObject
    {
        ["resourceType"] = "Parameters",
        ["parameter"] = new JsonArray(new JsonObject
        {
            ["name"] = "input",
            ["part"] = new JsonArray(
                new JsonObject { ["name"] = "type", ["valueCode"] = type },
                new JsonObject { ["name"] = "url", ["valueUri"] = url }),
        }),
    }.ToJsonString();

    private static async Task<WebApplication> FilesAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return app;
    }
}
