using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Storage;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace FhirNaltrexone.Server.Tests;

/// <summary>The rules of the house. The slices are those that the namespaces of the server show: a new one is under the rules at once.</summary>
public sealed class ArchitectureTests
{
    private const string Ours = "FhirNaltrexone";
    private const string Server = $"{Ours}.Server";

    private static readonly Assembly Cql = Assembly.Load($"{Ours}.Cql");
    private static readonly Assembly Executable = typeof(Program).Assembly;

    private static readonly Architecture Architecture = new ArchLoader()
        .LoadAssemblies(Cql, typeof(Chart).Assembly, typeof(StorageOptions).Assembly, typeof(FhirNaltrexone.Validation.Outcomes.Issue).Assembly, Executable)
        .Build();

    /// <summary>What knows what lies outside of it: the web, and databases.</summary>
    private static readonly string[] Web = ["Microsoft.AspNetCore", "System.Net.Http"];
    private static readonly string[] Sql = ["Microsoft.Data", "System.Data", "Npgsql"];

    /// <summary>The rooms of the server that its slices share. They know no slice, and not each other.</summary>
    private static readonly string[] Shared = ["Fhir", "Inputs", "Outcomes", "Outgoing"];

    public static TheoryData<string> Libraries => ["Cql", "Knowledge", "Storage", "Validation"];

    public static TheoryData<string> Foreign => [.. Web, .. Sql];

    public static TheoryData<string> SharedRooms => [.. Shared];

    public static TheoryData<string> Slices => [.. Rooms.Except(Shared)];

    private static IEnumerable<string> Rooms => Executable.GetTypes()
        .Select(type => type.Namespace ?? "")
        .Where(name => name.StartsWith($"{Server}.", StringComparison.Ordinal))
        .Select(name => name.Split('.')[2])
        .Distinct();

    [Theory]
    [InlineData("Cql")]
    [InlineData("Validation")]
    [InlineData("Knowledge", "Cql", "Validation")]
    [InlineData("Storage", "Validation")]
    public void Libraries_know_of_ours_only_those_below_them(string library, params string[] below)
        => KnowsOnly(Ours, library, below);

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Libraries_know_no_web(string library) => KnowsNone(Within($"{Ours}.{library}"), Web);

    [Theory]
    [InlineData("Cql")]
    [InlineData("Validation")]
    [InlineData("Knowledge")]
    public void Only_storage_knows_SQL(string library) => KnowsNone(Within($"{Ours}.{library}"), Sql);

    [Theory]
    [MemberData(nameof(Slices))]
    public void Slices_of_the_server_know_only_what_they_share(string slice) => KnowsOnly(Server, slice, Shared);

    [Theory]
    [MemberData(nameof(SharedRooms))]
    public void What_the_slices_share_knows_nothing_else_of_the_server(string room) => KnowsOnly(Server, room);

    [Theory]
    [InlineData("CdsHooks")]
    [InlineData("Hosting")]
    [InlineData("Publication")]
    public void Slices_beside_the_FHIR_interface_do_not_know_it(string slice) => KnowsNone(Within($"{Server}.{slice}"), $"{Server}.Fhir");

    [Fact]
    public void The_root_of_the_server_knows_no_room() => MustNotDependOn($"^{Server}$", Within(Server) + ".");

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_that_knew_another_would_be_seen(string library)
        => Assert.Throws<FailedArchRuleException>(() => MustNotDependOn(Within($"{Ours}.{library}"), Others(Ours, [])));

    [Theory]
    [MemberData(nameof(Slices))]
    [MemberData(nameof(SharedRooms))]
    public void A_room_that_knew_another_and_one_that_was_known_would_be_seen(string room)
    {
        Assert.Throws<FailedArchRuleException>(() => MustNotDependOn(Within($"{Server}.{room}"), Within("System")));
        Assert.Throws<FailedArchRuleException>(() => MustNotDependOn(Within(Server), Others(Server, [.. Rooms.Where(other => other != room)])));
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public void Who_knows_the_web_or_SQL_is_seen(string foreign)
        => Assert.Throws<FailedArchRuleException>(() => KnowsNone(Within(Ours), foreign));

    private static void KnowsOnly(string root, string room, params string[] others)
        => MustNotDependOn(Within($"{root}.{room}"), Others(root, [room, .. others]));

    private static void KnowsNone(string room, params string[] foreign)
        => MustNotDependOn(room, string.Join('|', foreign.Select(Within)));

    private static string Within(string name) => $@"^{name.Replace(".", @"\.", StringComparison.Ordinal)}(\.|$)";

    private static string Others(string root, string[] known)
        => $@"^{root.Replace(".", @"\.", StringComparison.Ordinal)}\.(?!({string.Join('|', known)})(\.|$))";

    private static void MustNotDependOn(string from, string to)
        => Types().That().ResideInNamespaceMatching(from)
            .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching(to))
            .Check(Architecture);
}
