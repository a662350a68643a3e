using System.Globalization;
using System.Text;
using System.Xml;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Validation.CommandLine.Reports;

/// <summary>JUnit's XML, which build servers show: each resource is a test; errors fail it, what cannot be read is an error of the test.</summary>
internal sealed class JUnitReport(Stream output) : IValidationReport
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, CheckCharacters = false, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    // The numbers come first in the document.
    private readonly List<CheckedItem> _items = [];

    public void Add(CheckedItem item) => _items.Add(item);

    public void Dispose()
    {
        using var xml = XmlWriter.Create(output, Settings);
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "validate");
        WriteNumber(xml, "tests", _items.Count);
        WriteNumber(xml, "failures", _items.Count(item => item.Result is { IsDone: true, IsValid: false }));
        WriteNumber(xml, "errors", _items.Count(item => !item.Result.IsDone));
        foreach (var item in _items) Write(xml, item);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, CheckedItem item)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", item.FirstLine > 1 ? $"{item.Place}:{item.FirstLine}" : item.Place);
        xml.WriteAttributeString("classname", "FhirNaltrexone.validate");
        var bad = item.Result.Issues.Where(issue => !item.Result.IsDone || issue.Severity <= IssueSeverity.Error).ToList();
        if (bad.Count > 0) WriteFailure(xml, item, bad);
        var other = item.Result.Issues.Except(bad).ToList();
        if (other.Count > 0) xml.WriteElementString("system-out", Told(item, other));
        xml.WriteEndElement();
    }

    private static void WriteFailure(XmlWriter xml, CheckedItem item, List<Issue> bad)
    {
        xml.WriteStartElement(item.Result.IsDone ? "failure" : "error");
        xml.WriteAttributeString("message", bad[0].Text);
        xml.WriteAttributeString("type", bad[0].MessageId ?? bad[0].Code);
        xml.WriteString(Told(item, bad));
        xml.WriteEndElement();
    }

    private static string Told(CheckedItem item, List<Issue> issues)
        => string.Join('\n', issues.Select(issue => $"{item.LineOf(issue)}:{issue.Column} {issue.MessageId ?? issue.Code} {issue.Expression}: {issue.Text}"));

    private static void WriteNumber(XmlWriter xml, string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
}
