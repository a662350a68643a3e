using System.Text.Json.Nodes;

namespace FhirNaltrexone.Knowledge.Tests.Apply;

/// <summary>The golden cases of <c>conformance/apply</c>.</summary>
public sealed class ApplyCaseTests
{
    public static TheoryData<string> Cases => [.. ApplyCase.Names];

    [Fact]
    public void There_are_cases_and_each_tells_what_it_shows_and_where_that_comes_from()
    {
        Assert.NotEmpty(Cases);
        Assert.All(ApplyCase.Names.Select(ApplyCase.Read), one =>
        {
            Assert.NotEmpty(one["id"]);
            Assert.NotEmpty(one["description"]);
            Assert.NotEmpty(one["source"]);
        });
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Exactly_the_actions_goals_and_issues_expected_come_of_it(string name)
    {
        var one = ApplyCase.Read(name);

        var result = one.Apply();

        Assert.Null(result.Fault);
        var reading = new CarePlanReading(result.Resource!);
        Assert.Equal(Lines(one.Expected["actions"], Action), reading.Actions.Select((action, index) => Line(reading, action, Wanted(one, index))));
        Assert.Equal(Lines(one.Expected["goals"], goal => $"{goal["goal"]} {goal["due"]}"), reading.Goals.Select(goal => $"{goal["id"]} {Due(goal)}"));
        Assert.Equal(
            Lines(one.Expected["issues"], issue => $"{issue["action"] ?? issue["goal"]} {issue["code"]}").Order(StringComparer.Ordinal),
            reading.Issues.Select(issue => $"{issue.Of} {issue.Code}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_CarePlan_is_valid_and_so_is_the_transaction_of_its_drafts(string name)
    {
        var carePlan = ApplyCase.Read(name).Apply().Resource!;

        ValidResource.Check(carePlan);
        ValidResource.Check(FhirNaltrexone.Knowledge.Apply.Writing.DraftBundle.Of(carePlan));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_same_request_gives_the_same_result(string name)
        => Assert.Equal(ApplyCase.Read(name).Apply().Resource!.ToJsonString(), ApplyCase.Read(name).Apply().Resource!.ToJsonString());

    /// <summary>A case that tells orders tells all of their codes: each with its day and the steps that it serves.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Orders_told_are_there_once_and_serve_exactly_the_steps_told(string name)
    {
        var one = ApplyCase.Read(name);
        var reading = new CarePlanReading(one.Apply().Resource!);
        var codes = (one.Expected["orders"]?.AsArray() ?? []).Select(order => (string?)order!["code"]).ToHashSet();

        var orders = reading.Orders.Where(order => codes.Contains(CarePlanReading.Code(order))).Select(order =>
            $"{CarePlanReading.Code(order)} {CarePlanReading.Occurrence(order)} {order["priority"]} {string.Join(' ', reading.Steps(order))}");

        Assert.Equal(
            Lines(one.Expected["orders"], order => $"{order["code"]} {order["when"]} {order["priority"]} {string.Join(' ', order["steps"]!.AsArray())}").Order(StringComparer.Ordinal),
            orders.Order(StringComparer.Ordinal));
    }

    /// <summary>Whoever the patient: where parts of the treatment ask for the same test of the liver on one day, it is ordered once.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void The_whole_treatment_orders_each_test_of_the_liver_once_a_day(string name)
    {
        var carePlan = ApplyCase.Read(name).Apply("naltrexone-treatment").Resource!;
        var reading = new CarePlanReading(carePlan);

        var tests = reading.Orders.Where(order => CarePlanReading.Code(order) is "24325-3" or "6301-6" or "1968-7")
            .Select(order => $"{CarePlanReading.Code(order)} {CarePlanReading.Occurrence(order)}").ToList();

        Assert.Equal(tests.Distinct(), tests);
        ValidResource.Check(FhirNaltrexone.Knowledge.Apply.Writing.DraftBundle.Of(carePlan));
    }

    [Theory]
    [InlineData("oral-naltrexone-both-clock-changes.json", "25 mg by mouth once")]
    [InlineData("oral-naltrexone-first-dose-of-the-site.json", "12.5 mg by mouth once")]
    public void The_words_of_a_first_tablet_tell_the_dose_that_is_drafted(string name, string words)
    {
        var reading = new CarePlanReading(ApplyCase.Read(name).Apply().Resource!);

        Assert.StartsWith(words, (string?)reading.Draft(reading.Action("first-dose"))!["dosageInstruction"]![0]!["text"], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(JsonNode? list, Func<JsonObject, string> write) => (list?.AsArray() ?? []).Select(item => write(item!.AsObject()));

    private static JsonObject? Wanted(ApplyCase one, int index)
        => one.Expected["actions"]!.AsArray() is var list && index < list.Count ? list[index]!.AsObject() : null;

    private static string Action(JsonObject expected)
        => $"{expected["id"]} when {expected["when"]} events {string.Join(' ', expected["events"]?.AsArray().Select(one => (string)one!) ?? [])} {Details(expected, name => (string?)expected[name])}";

    /// <summary>What a case says nothing of besides dates is not compared.</summary>
    private static string Line(CarePlanReading reading, JsonObject action, JsonObject? wanted)
        => $"{action["id"]} when {CarePlanReading.When(action)} events {string.Join(' ', reading.Events(action))} "
            + Details(wanted ?? [], name => name switch
            {
                "resource" => (string?)reading.Draft(action)?["resourceType"],
                "dose" => reading.Dose(action),
                "site" => reading.Site(action),
                _ => reading.Every(action),
            });

    private static string Details(JsonObject wanted, Func<string, string?> value)
        => string.Join(' ', new[] { "resource", "dose", "every", "site" }.Where(wanted.ContainsKey).Select(name => $"{name} {value(name)}"));

    private static string? Due(JsonObject goal) => (string?)goal["target"]?.AsArray().Select(target => target!["dueDate"]).FirstOrDefault(due => due is not null);
}
