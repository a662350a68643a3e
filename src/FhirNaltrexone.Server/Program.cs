using System.CommandLine;
using FhirNaltrexone.Server.CdsHooks;
using FhirNaltrexone.Server.Conformance;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Hosting;
using FhirNaltrexone.Server.Loading;
using FhirNaltrexone.Server.Loading.Samples;
using FhirNaltrexone.Server.Maintenance;
using FhirNaltrexone.Server.Operations;
using FhirNaltrexone.Server.Publication;
using FhirNaltrexone.Server.Questionnaires;
using FhirNaltrexone.Server.Reasoning;
using FhirNaltrexone.Server.Reasoning.CommandLine;
using FhirNaltrexone.Server.Rest;
using FhirNaltrexone.Server.Security;
using FhirNaltrexone.Server.Security.Access;
using FhirNaltrexone.Server.Security.Audit;
using FhirNaltrexone.Server.Security.Edges;
using FhirNaltrexone.Server.Security.Launch;
using FhirNaltrexone.Server.Security.Sensitivity;
using FhirNaltrexone.Server.Security.Smart;
using FhirNaltrexone.Server.Subscriptions;
using FhirNaltrexone.Server.Terminology;
using FhirNaltrexone.Server.Validation;
using FhirNaltrexone.Server.Validation.CommandLine;
using FhirNaltrexone.Server.Web;

var serve = new Command("serve", "Starts the service (the default).");
var root = new RootCommand("FhirNaltrexone: naltrexone safety at prescribing, as CDS Hooks service and FHIR R4 server.")
{
    serve, LoadCommand.Create(ComposeLoading, StartFailures.ReportOnStoreAsync), GenerateCommand.Create(StartFailures.ReportAsync),
    RebuildIndexCommand.Create(ComposeLoading, StartFailures.ReportOnStoreAsync), ValidateCommand.Create(), ApplyCommand.Create(),
    TestCommand.Create(new OfflineValidation().Validate), AuditCommand.Create(ComposeAudit, StartFailures.ReportOnStoreAsync),
};
foreach (var command in new[] { root, serve })
{
    command.TreatUnmatchedTokensAsErrors = false;
    command.SetAction((_, _) => StartFailures.ReportAsync(ServeAsync));
}

return await root.Parse(args).InvokeAsync();

IHost ComposeLoading(string[] settings)
{
    var builder = HostingServices.CreateBuilder(settings);
    builder.AddHosting();
    builder.Services.AddValidation();
    builder.Services.AddTerminology();
    builder.Services.AddInteractions();
    builder.Services.AddSubscriptionRules();
    builder.Services.AddLabels();
    builder.Services.AddLoading();
    return builder.Build();
}

IHost ComposeAudit(string[] settings)
{
    var builder = HostingServices.CreateBuilder(settings);
    builder.AddHosting();
    builder.Services.AddAuditTrail();
    return builder.Build();
}

async Task ServeAsync()
{
    var builder = HostingServices.CreateBuilder(args);
    builder.AddHosting();
    builder.Services.AddCdsHooks();
    builder.Services.AddValidation();
    builder.Services.AddTerminology();
    builder.Services.AddInteractions();
    builder.Services.AddRest();
    builder.Services.AddOperations();
    builder.Services.AddTerminologyOperations();
    builder.Services.AddValidationOperations();
    builder.Services.AddReasoning();
    builder.Services.AddQuestionnaires();
    builder.Services.AddSubscriptions();
    builder.Services.AddPublication();
    builder.Services.AddWeb();
    builder.Services.AddSmart();
    builder.AddLaunch();
    builder.Services.AddSecurity();
    builder.Services.AddLabels();
    builder.Services.AddConsents();
    builder.Services.AddAccess();
    builder.Services.AddAudit();

    await using var app = builder.Build();
    app.LoadContentAhead();
    app.UseStoredRequests();
    app.UseSecurity();
    app.UseRest();
    app.UseWeb();
    app.UseRefusalLimit();
    app.UseAudit();
    app.UseLaunch();
    app.UseGuards();
    app.UseRecords();
    app.UseBreakGlass();
    app.UseLaterRequests();
    app.UseSubscriptions();
    app.MapHosting();
    app.MapWeb();
    app.MapPackage();
    app.MapCdsHooks();
    app.MapRest();
    app.MapOperations();
    app.MapSubscriptions();
    app.MapSmart();
    app.MapLaunch();
    await app.RunAsync();
}
