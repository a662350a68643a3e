using System.Globalization;
using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Conformance.Charts;
using FhirNaltrexone.Server.Tests.Security.Support;
using FhirNaltrexone.Storage.Access;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static FhirNaltrexone.Server.Tests.Security.Sensitivity.ConsentText;
using Written = FhirNaltrexone.Server.Tests.Conformance.Charts.Fhir;

namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>Rules over stored records tell a caller that falls under consents nothing that depends on what it may not see, as cards do not.</summary>
public sealed class ReasoningSecrecyTests(ReasoningSecrecyTests.Rules rules) : IClassFixture<ReasoningSecrecyTests.Rules>
{
    private const string Incomplete = "could not be read completely";

    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(-5));
    private static readonly string Disorder = Written.Resource("Condition", ("id", "secret"), ("code", Written.Concept(Written.Icd10, "F11.20"))).ToJsonString();
    private static readonly string Flu = Written.Resource("Condition", ("id", "flu"), ("code", Written.Concept(Written.Icd10, "J11.1"))).ToJsonString();

    /// <summary>A server with a clock to set, and with patients of whom each has an id of its own.</summary>
    public sealed class Rules : IDisposable
    {
        private readonly FakeTimeProvider _clock = new();
        private readonly AccessServer _server;
        private int _patients;

        public Rules() => _server = new(services => services.AddSingleton<TimeProvider>(_clock));

        /// <summary>Stores a patient with records, and gives the id.</summary>
        internal async Task<string> PatientAsync(DateTimeOffset now, IEnumerable<string> records)
        {
            _clock.AdjustTime(now);
            var patient = string.Create(CultureInfo.InvariantCulture, $"pt{_patients++}");
            await _server.PutAsync(null, new JsonObject { ["resourceType"] = "Patient", ["id"] = patient, ["gender"] = "female", ["birthDate"] = "1990-03-02" }.ToJsonString());
            await AddAsync(patient, records);
            return patient;
        }

        /// <summary>Stores records of the chart's patient as those of another.</summary>
        internal async Task AddAsync(string patient, IEnumerable<string> records)
        {
            foreach (var record in records)
            {
                var node = JsonNode.Parse(record.Replace("Patient/pt\"", $"Patient/{patient}\"", StringComparison.Ordinal))!.AsObject();
                node["id"] = $"{patient}-{node["id"]}";
                using var stored = await _server.SendAsync(null, "PUT", $"{node["resourceType"]}/{node["id"]}", node.ToJsonString());
            }
        }

        internal Task StoreAsync(JsonObject consent) => _server.PutAsync(null, consent.ToJsonString());

        /// <summary>What both operations answer.</summary>
        internal async Task<string[]> AnswersAsync(Caller caller, string patient, DateTimeOffset now)
            => [await AskAsync(caller, "Library/WithdrawalRules/$evaluate", patient, now), await AskAsync(caller, "PlanDefinition/naltrexone-monitoring/$apply", patient, null)];

        private async Task<string> AskAsync(Caller caller, string operation, string patient, DateTimeOffset? now)
        {
            var parameters = new JsonArray(new JsonObject { ["name"] = "subject", ["valueString"] = $"Patient/{patient}" });
            if (now is { } instant) parameters.Add(new JsonObject { ["name"] = "now", ["valueDateTime"] = instant.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) });
            using var response = await _server.SendAsync(caller, "POST", operation, new JsonObject { ["resourceType"] = "Parameters", ["parameter"] = parameters }.ToJsonString());
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {text}");
            return text;
        }

        public void Dispose() => _server.Dispose();
    }

    [Theory]
    [InlineData(GrantContext.System)]
    [InlineData(GrantContext.User)]
    [InlineData(GrantContext.Patient)]
    public async Task A_chart_says_the_same_whether_it_has_a_use_disorder_or_not(GrantContext context)
    {
        var patient = await rules.PatientAsync(Now, []);
        var caller = Callers.Clinic with
        {
            User = context == GrantContext.User ? "Practitioner/dr" : null,
            Patient = context == GrantContext.Patient ? patient : null,
            Grants = [new(context, null, GrantedInteractions.Read | GrantedInteractions.Search)],
        };

        var without = await rules.AnswersAsync(caller, patient, Now);
        await rules.AddAsync(patient, [Disorder]);
        var with = await rules.AnswersAsync(caller, patient, Now);

        Assert.Equal(without, with);
        Assert.All(with, answer => Assert.Contains(Incomplete, answer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("deny", true)]
    [InlineData("permit", false)]
    [InlineData("permit alcohol", true)]
    [InlineData("permit to another", true)]
    [InlineData("self", false)]
    [InlineData("emergency", false)]
    [InlineData("emergency of another", true)]
    public async Task Whether_records_may_be_missing_follows_from_consents_and_the_caller(string how, bool mayLack)
    {
        var patient = await rules.PatientAsync(Now, [Flu]);
        var provision = how switch
        {
            "deny" => Provision("deny").ToClient("clinic"),
            "permit" => Provision("permit").Labelled("SUD"),
            "permit alcohol" => Provision("permit").Labelled("ETHUD"),
            "permit to another" => Provision("permit").Labelled("SUD").ToClient("other"),
            _ => null,
        };
        if (provision is not null) await rules.StoreAsync(Consent($"c-{patient}", provision, patient));
        var caller = how switch
        {
            "self" => Callers.Clinic with { User = $"Patient/{patient}" },
            "emergency" => Callers.Clinic with { User = "Practitioner/dr", Emergency = new(patient, "unconscious, suspected overdose") },
            "emergency of another" => Callers.Clinic with { User = "Practitioner/dr", Emergency = new("another", "unconscious, suspected overdose") },
            _ => Callers.Clinic,
        };

        Assert.All(await rules.AnswersAsync(caller, patient, Now), answer => Assert.Equal(mayLack, answer.Contains(Incomplete, StringComparison.Ordinal)));
    }

    /// <summary>Where consents permit all that the policy labels, silence would hide a gap.</summary>
    [Fact]
    public async Task A_record_withheld_for_a_label_of_another_kind_is_told()
    {
        var hiv = JsonNode.Parse(Flu)!;
        hiv["meta"] = JsonNode.Parse("""{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"HIV"}]}""");
        var patient = await rules.PatientAsync(Now, [hiv.ToJsonString()]);
        await rules.StoreAsync(Consent($"c-{patient}", Provision("permit").Labelled("SUD"), patient));

        Assert.All(await rules.AnswersAsync(Callers.Clinic, patient, Now), answer => Assert.Contains(Incomplete, answer, StringComparison.Ordinal));
    }

    /// <summary>Byte for byte the same.</summary>
    [Property(Arbitrary = [typeof(ChartGenerators), typeof(ProtectedRecords)], MaxTest = 25)]
    public async Task Nothing_protected_changes_an_answer(GeneratedChart chart, ProtectedRecords added)
    {
        var patient = await rules.PatientAsync(chart.Now, chart.Resources);

        var without = await rules.AnswersAsync(Callers.Clinic, patient, chart.Now);
        await rules.AddAsync(patient, added.Texts);
        var with = await rules.AnswersAsync(Callers.Clinic, patient, chart.Now);

        Assert.Equal(without, with);
    }
}
