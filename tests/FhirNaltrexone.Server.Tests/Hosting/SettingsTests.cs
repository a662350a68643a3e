using System.Text.RegularExpressions;
using FhirNaltrexone.Server.CdsHooks;
using FhirNaltrexone.Server.CdsHooks.Burden;
using FhirNaltrexone.Server.CdsHooks.Ehr;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Hosting;
using FhirNaltrexone.Server.Operations.Export;
using FhirNaltrexone.Server.Operations.Import;
using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Server.Publication;
using FhirNaltrexone.Server.Reasoning;
using FhirNaltrexone.Server.Security;
using FhirNaltrexone.Server.Security.Audit;
using FhirNaltrexone.Server.Security.Clients;
using FhirNaltrexone.Server.Security.Edges;
using FhirNaltrexone.Server.Security.Launch;
using FhirNaltrexone.Server.Security.Sensitivity;
using FhirNaltrexone.Server.Security.Smart.Issuers;
using FhirNaltrexone.Server.Subscriptions;
using FhirNaltrexone.Server.Terminology;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Server.Validation;
using FhirNaltrexone.Server.Web;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Search.Requests;

namespace FhirNaltrexone.Server.Tests.Hosting;

public sealed partial class SettingsTests
{
    private static readonly (string Section, Type Type)[] Sections =
    [
        (CdsHooksOptions.Section, typeof(CdsHooksOptions)),
        (AuditOptions.Section, typeof(AuditOptions)),
        (ReasoningOptions.Section, typeof(ReasoningOptions)),
        (CardOptions.Section, typeof(CardOptions)),
        ($"{CardOptions.Section}:{nameof(CardOptions.Off)}:<n>", typeof(CardOffOptions)),
        ($"{CardOptions.Section}:{nameof(CardOptions.Snoozes)}:<n>", typeof(CardSnoozeOptions)),
        (ClockOptions.Section, typeof(ClockOptions)),
        (ContentOptions.Section, typeof(ContentOptions)),
        (WebOptions.Section, typeof(WebOptions)),
        (EhrOptions.Section, typeof(EhrOptions)),
        ($"{EhrOptions.Section}:{nameof(EhrOptions.Servers)}:<n>", typeof(EhrServerOptions)),
        (StorageOptions.Section, typeof(StorageOptions)),
        (JobOptions.Section, typeof(JobOptions)),
        (ExportOptions.Section, typeof(ExportOptions)),
        (ImportOptions.Section, typeof(ImportOptions)),
        ($"{ImportOptions.Section}:{nameof(ImportOptions.Origins)}:<n>", typeof(ImportOriginOptions)),
        (RestOptions.Section, typeof(RestOptions)),
        ("Interactions", typeof(InteractionOptions)),
        ("Search", typeof(SearchOptions)),
        (SecurityOptions.Section, typeof(SecurityOptions)),
        ($"{SecurityOptions.Section}:{nameof(SecurityOptions.Clients)}:<n>", typeof(ClientOptions)),
        ($"{SecurityOptions.Section}:{nameof(SecurityOptions.Issuers)}:<n>", typeof(IssuerOptions)),
        (LaunchOptions.Section, typeof(LaunchOptions)),
        (LimitOptions.Section, typeof(LimitOptions)),
        (SensitivityOptions.Section, typeof(SensitivityOptions)),
        (SubscriptionOptions.Section, typeof(SubscriptionOptions)),
        (TerminologyOptions.Section, typeof(TerminologyOptions)),
        (ValidationOptions.Section, typeof(ValidationOptions)),
    ];

    [Theory]
    [InlineData("Ehr:Servers:0:Origin", "ehr.example.org")]
    [InlineData("Ehr:Servers:0:Origin", "https://user@ehr.example.org")]
    [InlineData("Ehr:Servers:0:Origin", "ftp://ehr.example.org")]
    [InlineData("Ehr:BudgetMilliseconds", "0")]
    [InlineData("CdsHooks:TimeZone", "Mars/Olympus")]
    [InlineData("CdsHooks:MaxBodyBytes", "5")]
    [InlineData("Cards:MinimumIndicator", "Fatal")]
    [InlineData("Cards:MinimumIndicator", "7")]
    [InlineData("Cards:Maximum", "-1")]
    [InlineData("Cards:Snooze", "-1.00:00:00")]
    [InlineData("Cards:Off:0:Rule", "XX-01")]
    [InlineData("Storage:Provider", "Oracle")]
    [InlineData("Cors:Origins:0", "*")]
    [InlineData("Rest:Structure", "lax")]
    [InlineData("Rest:PublicBase", "fhir")]
    [InlineData("Validation:OnWrite", "perhaps")]
    [InlineData("Validation:UnknownExtensions", "perhaps")]
    [InlineData("Search:TimeZone", "Mars/Olympus")]
    [InlineData("Subscriptions:LeaseSeconds", "5")]
    [InlineData("Subscriptions:RetentionDays", "1")]
    [InlineData("Subscriptions:Endpoints:0", "app.example.org")]
    [InlineData("Cors:Origins:0", "https://ehr.example.org/path")]
    [InlineData("Terminology:Server", "tx.example.org")]
    [InlineData("Terminology:Server", "https://user@tx.example.org/fhir")]
    [InlineData("Terminology:MaxCodes", "0")]
    [InlineData("Security:Limits:RequestsPerMinute", "-1")]
    [InlineData("Security:Limits:Burst", "0")]
    [InlineData("Security:Limits:RefusalsPerMinute", "-1")]
    [InlineData("Security:Proxies:0", "proxy.example.org")]
    [InlineData("Kestrel:EndpointDefaults:SslProtocols:0", "Tls11")]
    [InlineData("Kestrel:Endpoints:Own:SslProtocols:0", "None")]
    [InlineData("Storage:ConnectionString", "Host=127.0.0.1;Database=x;Username=x;Password=x")]
    [InlineData("Storage:ConnectionStringFile", "no/such/file")]
    public async Task A_wrong_setting_stops_the_start(string key, string value)
        => Assert.Contains(key.Split(':')[0], await FailedStart.MessageAsync(key, value), StringComparison.Ordinal);

    [Theory]
    [InlineData("CdsHooks:TimeZon", "Europe/Vienna", "CdsHooks: there is no setting TimeZon ")]
    [InlineData("Cards:MinimumIndicatr", "Warning", "Card: there is no setting MinimumIndicatr ")]
    [InlineData("Ehr:Servers:0:AllowPrivateNetwrk", "true", "there is no setting AllowPrivateNetwrk ")]
    [InlineData("Ehr:Servers:0:AllowPrivateNetwork", "maybe", "Ehr:Servers:0:AllowPrivateNetwork cannot be 'maybe'")]
    [InlineData("Storage:ConectionString", "Data Source=x.db", "Storage: there is no setting ConectionString ")]
    [InlineData("Search:PageSizes", "3", "Search: there is no setting PageSizes ")]
    [InlineData("Subscriptions:Endpoint:0", "https://app.example.org", "there is no setting Endpoint ")]
    [InlineData("Cors:Origin:0", "https://app.example.org", "there is no setting Origin ")]
    public async Task A_setting_that_does_not_exist_stops_the_start(string key, string value, string said)
        => Assert.Contains(said, await FailedStart.MessageAsync(key, value), StringComparison.Ordinal);

    [Fact]
    public async Task A_FHIR_server_without_TLS_is_for_Development_only()
    {
        using var server = new TestServer(("Ehr:Servers:0:Origin", "http://ehr.example.org"));

        await server.CardsAsync(Call.OrderSign());

        Assert.Contains("https", await FailedStart.MessageAsync("Ehr:Servers:0:Origin", "http://ehr.example.org", "Production"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Security:Launch:RedirectUri", "app/callback")]
    [InlineData("Security:Launch:LaunchUri", "http://127.0.0.1:8080/#x")]
    [InlineData("Security:Launch:AppId", "")]
    public async Task An_app_that_cannot_be_launched_stops_the_start(string key, string value)
        => Assert.Contains(key, await FailedStart.MessageAsync("Development", ("Security:Launch:Enabled", "true"), (key, value)), StringComparison.Ordinal);

    [Fact]
    public async Task Apps_are_launched_in_Development_only()
        => Assert.Contains("Development only", await FailedStart.MessageAsync("Security:Launch:Enabled", "true", "Production"), StringComparison.Ordinal);

    [Fact]
    public void Every_setting_stands_in_a_table_with_its_default_and_no_other_does()
    {
        var documented = Row().Matches(Repository.Read("docs/configuration.md"))
            .Select(match => $"{match.Groups["key"].Value} = {match.Groups["default"].Value.Trim('`')}")
            .Order(StringComparer.Ordinal);

        var actual = Sections.SelectMany(section => Settings(section.Section, section.Type)).Order(StringComparer.Ordinal);

        Assert.Equal(actual, documented);
    }

    [Fact]
    public void Every_setting_stands_below_the_heading_of_its_section()
    {
        var heading = "";
        foreach (var line in Repository.Read("docs/configuration.md").Split('\n'))
        {
            if (line.StartsWith("##", StringComparison.Ordinal)) heading = line.TrimStart('#', ' ');
            if (Row().Match(line) is { Success: true } row) Assert.StartsWith($"{heading}:", row.Groups["key"].Value, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Settings(string section, Type type)
    {
        var defaults = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties())
        {
            if (property.PropertyType == typeof(IList<string>))
            {
                yield return $"{section}:{property.Name}:<n> = none";
            }
            else if (!property.PropertyType.IsGenericType || Nullable.GetUnderlyingType(property.PropertyType) is not null)
            {
                var value = property.GetValue(defaults);
                yield return $"{section}:{property.Name} = {(value is null or "" ? "none" : value is bool flag ? flag ? "true" : "false" : value)}";
            }
        }
    }

    [GeneratedRegex(@"^\| `(?<key>[A-Z]\w+:[^`]+)` \| (?<default>[^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
