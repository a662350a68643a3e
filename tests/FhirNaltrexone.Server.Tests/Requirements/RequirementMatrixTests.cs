using System.Globalization;
using System.Reflection;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Requirements;

/// <summary>The matrix <c>conformance/requirements.csv</c> is complete, and every test it names exists.</summary>
public sealed class RequirementMatrixTests
{
    private const string Prefix = "cds-hooks_2.0@";
    private const int Columns = 5;

    /// <summary>The numbered statements of CDS Hooks 2.0 that bind a service.</summary>
    private const string Numbers = "1-14,16,27-29,34-36,52,54-61,74-78,80-85,87-90,92-96,98-100,103-113,115-125,127-136,138-142,144-148,168,175-177,179,195,199-201,203,205-208,210-220";

    private static readonly string[] Statuses = ["proven", "not-applicable", "not-yet"];

    private static readonly IReadOnlyList<string[]> Rows =
        [.. Repository.Read("conformance/requirements.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Split)];

    [Fact]
    public void Every_statement_that_binds_a_service_stands_in_one_row()
    {
        var expected = Numbers.Split(',').Select(part => part.Split('-').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray())
            .SelectMany(range => Enumerable.Range(range[0], range[^1] - range[0] + 1)).ToList();
        Assert.Equal(120, expected.Count);

        Assert.Equal(expected.Select(number => $"{Prefix}{number}"), Rows.Select(row => row[0]));
    }

    [Fact]
    public void Every_row_has_a_status_and_a_reason_or_a_proof() => Assert.All(Rows, row =>
    {
        Assert.Equal(Columns, row.Length);
        Assert.Contains(row[2], Statuses);
        Assert.False(string.IsNullOrWhiteSpace(row[2] == "proven" ? row[3] : row[4]), $"{row[0]} lacks its {(row[2] == "proven" ? "proof" : "reason")}");
    });

    [Fact]
    public void Every_test_named_as_proof_exists_and_runs()
        => Assert.All(Rows.SelectMany(row => row[3].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), name =>
        {
            var dot = name.LastIndexOf('.');
            var method = Assembly.GetExecutingAssembly().GetType(name[..dot])?.GetMethod(name[(dot + 1)..]);
            Assert.True(method?.GetCustomAttributes<FactAttribute>().Any(fact => fact.Skip is null), $"There is no test {name}.");
        });

    [Fact]
    public void What_is_not_yet_proven_is_a_matter_of_trust_between_sites()
        => Assert.Equal(
            "2,168,175,176,177,179,195,199,200,201,203,205,207".Split(','),
            Rows.Where(row => row[2] == "not-yet").Select(row => row[0][Prefix.Length..]));

    /// <summary>Cells hold no quotes; a comma in a note is written as it is, for the note is the last cell.</summary>
    private static string[] Split(string line) => line.Split(',', Columns);
}
