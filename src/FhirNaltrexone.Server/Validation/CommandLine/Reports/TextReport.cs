using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Validation.CommandLine.Reports;

/// <summary>One line for each issue, as compilers write them, and a last line with the numbers.</summary>
internal sealed class TextReport(Stream output) : IValidationReport
{
    private readonly StreamWriter _writer = new(output, leaveOpen: true);
    private int _valid;
    private int _invalid;
    private int _unread;

    public void Add(CheckedItem item)
    {
        if (!item.Result.IsDone) _unread++;
        else if (item.Result.IsValid) _valid++;
        else _invalid++;
        foreach (var issue in item.Result.Issues) _writer.WriteLine(Line(item, issue));
    }

    public void Dispose()
    {
        _writer.WriteLine($"{_valid} valid, {_invalid} invalid, {_unread} not read.");
        _writer.Dispose();
    }

    private static string Line(CheckedItem item, Issue issue)
    {
        var place = item.LineOf(issue) is { } line ? $"{item.Place}:{line}{(issue.Column is { } column ? $":{column}" : "")}" : item.Place;
        var kind = item.Result.IsDone ? issue.Severity.ToString().ToLowerInvariant() : "refused";
        var id = issue.MessageId is { } message ? $" {message}" : "";
        var expression = issue.Expression is { } path ? $" [{path}]" : "";
        return $"{place}: {kind}{id}: {issue.Text}{expression}";
    }
}
