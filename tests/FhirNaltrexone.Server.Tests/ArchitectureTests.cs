using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Storage;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace FhirNaltrexone.Server.Tests;

/// <summary>The rules of the house.</summary>
public sealed class ArchitectureTests
{
    private const string Web = @"^(Microsoft\.AspNetCore|System\.Net\.Http)(\.|$)";
    private const string Sql = @"^(Microsoft\.Data|System\.Data)(\.|$)";

    private static readonly System.Reflection.Assembly Cql = System.Reflection.Assembly.Load("FhirNaltrexone.Cql");

    private static readonly Architecture Architecture = new ArchLoader()
        .LoadAssemblies(Cql, typeof(Chart).Assembly, typeof(StorageOptions).Assembly, typeof(FhirNaltrexone.Validation.Outcomes.Issue).Assembly, typeof(Program).Assembly)
        .Build();

    [Fact]
    public void The_CQL_engine_knows_nothing_of_ours_no_web_and_no_SQL()
        => MustNotDependOn(@"^FhirNaltrexone\.Cql(\.|$)", $@"{Web}|{Sql}|^FhirNaltrexone\.(Knowledge|Storage|Server)(\.|$)");

    [Fact]
    public void Knowledge_knows_no_web_and_no_SQL()
        => MustNotDependOn(@"^FhirNaltrexone\.Knowledge(\.|$)", $@"{Web}|{Sql}|^FhirNaltrexone\.(Storage|Server)(\.|$)");

    [Fact]
    public void Validation_knows_no_web_no_SQL_and_nothing_of_ours()
        => MustNotDependOn(@"^FhirNaltrexone\.Validation(\.|$)", $@"{Web}|{Sql}|^FhirNaltrexone\.(Cql|Knowledge|Storage|Server)(\.|$)");

    [Fact]
    public void Storage_knows_no_web_and_no_knowledge()
        => MustNotDependOn(@"^FhirNaltrexone\.Storage(\.|$)", $@"{Web}|^FhirNaltrexone\.(Cql|Knowledge|Server)(\.|$)");

    [Theory]
    [InlineData("CdsHooks", "Hosting|Web|Rest|Operations|Loading|Fhir|Subscriptions|Validation|Conformance|Terminology|Reasoning|Publication|Questionnaires|Security")]
    [InlineData("Hosting", "CdsHooks|Web|Rest|Operations|Loading|Fhir|Subscriptions|Validation|Conformance|Terminology|Reasoning|Publication|Questionnaires|Security")]
    [InlineData("Web", "CdsHooks|Hosting|Rest|Operations|Loading|Subscriptions|Validation|Conformance|Terminology|Reasoning|Publication|Questionnaires|Security")]
    [InlineData("Rest", "CdsHooks|Hosting|Web|Operations|Loading|Subscriptions|Validation|Conformance|Terminology|Reasoning|Publication|Questionnaires|Security")]
    [InlineData("Operations", "CdsHooks|Hosting|Web|Rest|Loading|Subscriptions|Validation|Conformance|Terminology|Reasoning|Publication|Questionnaires|Security")]
    [InlineData("Loading", "CdsHooks|Hosting|Web|Rest|Operations|Subscriptions|Validation|Conformance|Terminology|Reasoning|Publication|Questionnaires|Security")]
    [InlineData("Subscriptions", "CdsHooks|Hosting|Web|Rest|Operations|Loading|Validation|Conformance|Terminology|Reasoning|Publication|Questionnaires|Security")]
    [InlineData("Validation", "CdsHooks|Hosting|Web|Rest|Operations|Loading|Subscriptions|Conformance|Terminology|Reasoning|Publication|Questionnaires|Security")]
    [InlineData("Conformance", "CdsHooks|Hosting|Web|Rest|Operations|Loading|Subscriptions|Validation|Terminology|Reasoning|Publication|Questionnaires|Security")]
    [InlineData("Terminology", "CdsHooks|Hosting|Web|Rest|Operations|Loading|Subscriptions|Validation|Conformance|Reasoning|Publication|Questionnaires|Security")]
    [InlineData("Reasoning", "CdsHooks|Hosting|Web|Rest|Operations|Loading|Subscriptions|Validation|Conformance|Terminology|Publication|Questionnaires|Security")]
    [InlineData("Publication", "CdsHooks|Hosting|Web|Rest|Operations|Loading|Fhir|Subscriptions|Validation|Conformance|Terminology|Reasoning|Questionnaires|Security")]
    [InlineData("Questionnaires", "CdsHooks|Hosting|Web|Rest|Operations|Loading|Subscriptions|Validation|Conformance|Terminology|Reasoning|Publication|Security")]
    [InlineData("Security", "CdsHooks|Hosting|Web|Rest|Operations|Loading|Subscriptions|Validation|Conformance|Terminology|Reasoning|Publication|Questionnaires")]
    [InlineData("Inputs", "CdsHooks|Hosting|Web|Rest|Operations|Loading|Fhir|Subscriptions|Validation|Conformance|Terminology|Reasoning|Publication|Questionnaires|Security")]
    [InlineData("Outgoing", "CdsHooks|Hosting|Web|Rest|Operations|Loading|Fhir|Subscriptions|Validation|Conformance|Terminology|Reasoning|Publication|Questionnaires|Security")]
    [InlineData("Fhir", "CdsHooks|Hosting|Web|Rest|Operations|Loading|Subscriptions|Validation|Conformance|Terminology|Reasoning|Publication|Questionnaires|Security")]
    [InlineData("Outcomes", "CdsHooks|Hosting|Web|Rest|Operations|Loading|Fhir|Subscriptions|Validation|Conformance|Terminology|Reasoning|Publication|Questionnaires|Security")]
    public void Slices_of_the_server_do_not_call_each_other(string slice, string others)
        => MustNotDependOn($@"^FhirNaltrexone\.Server\.{slice}(\.|$)", $@"^FhirNaltrexone\.Server\.({others})(\.|$)");

    [Theory]
    [InlineData(Web)]
    [InlineData(@"^FhirNaltrexone\.Storage(\.|$)")]
    [InlineData(@"^FhirNaltrexone\.Validation\.Outcomes(\.|$)")]
    public void These_rules_can_fail(string dependency)
        => Assert.Throws<FailedArchRuleException>(() => MustNotDependOn(@"^FhirNaltrexone\.Server\.CdsHooks(\.|$)", dependency));

    private static void MustNotDependOn(string from, string to)
        => Types().That().ResideInNamespaceMatching(from)
            .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching(to))
            .WithoutRequiringPositiveResults()
            .Check(Architecture);
}
