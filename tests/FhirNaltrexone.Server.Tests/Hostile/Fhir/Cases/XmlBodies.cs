using System.Text;

namespace FhirNaltrexone.Server.Tests.Hostile.Fhir.Cases;

/// <summary>XML that is none, or that reaches for files, memory or the stack.</summary>
internal static class XmlBodies
{
    private const string Space = "xmlns=\"http://hl7.org/fhir\"";
    private const int Deep = 7_000;

    public static IEnumerable<FhirCase> All()
    {
        yield return Xml("Heavy: XML 7,000 levels deep", Patient(Repeat.Nest("<extension url=\"u\">", "</extension>", Deep)));
        yield return Xml("XML 7,000 levels deep in a narrative", Patient($"<text><status value=\"generated\"/><div xmlns=\"http://www.w3.org/1999/xhtml\">{Repeat.Nest("<b>", "</b>", Deep)}</div></text>"));
        yield return Xml("XML 7,000 contained resources deep", Patient(Repeat.Nest("<contained><Patient>", "</Patient></contained>", Deep)));
        yield return Xml("XML that only opens", $"<Patient {Space}>{"<extension url=\"u\">".Times(Deep)}");
        yield return Xml("A DTD", $"<!DOCTYPE Patient><Patient {Space}/>");
        yield return Xml("Heavy: an entity bomb", EntityBomb());
        yield return Xml("An entity that is a file", $"<!DOCTYPE Patient [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>{Patient("<language value=\"&f;\"/>")}");
        yield return Xml("An entity that is an address", $"<!DOCTYPE Patient [<!ENTITY f SYSTEM \"http://127.0.0.1:9/x\">]>{Patient("<language value=\"&f;\"/>")}");
        yield return Xml("An entity nobody defined", Patient("<language value=\"&nobody;\"/>"));
        yield return Xml("No namespace", "<Patient/>");
        yield return Xml("Another namespace", "<Patient xmlns=\"urn:hl7-org:v3\"/>");
        yield return Xml("Two roots", $"<Patient {Space}/><Patient {Space}/>");
        yield return Xml("XML cut off", $"<Patient {Space}><active val");
        yield return Xml("Tags that cross", Patient("<name><family value=\"a\"></name></family>"));
        yield return Xml("An attribute twice", Patient("<active value=\"true\" value=\"false\"/>"));
        yield return Xml("An attribute nobody knows", Patient("<active value=\"true\" banana=\"1\"/>"));
        yield return Xml("An element nobody knows", Patient("<banana value=\"1\"/>"));
        yield return Xml("An element with neither value nor children", Patient("<active/>"));
        yield return Xml("Text between elements", Patient("some text"));
        yield return Xml("U+0000 as character reference", Patient("<language value=\"&#0;\"/>"));
        yield return Xml("Half a surrogate pair as character reference", Patient("<language value=\"&#xD800;\"/>"));
        yield return Xml("XML 1.1 with a control character", $"<?xml version=\"1.1\"?>{Patient("<language value=\"&#1;\"/>")}");
        yield return Xml("An encoding that is not the one used", $"<?xml version=\"1.0\" encoding=\"UTF-16\"?><Patient {Space}/>");
        yield return Xml("An encoding nobody knows", $"<?xml version=\"1.0\" encoding=\"banana\"?><Patient {Space}/>");
        yield return Xml("JSON as XML", "{\"resourceType\":\"Patient\"}");
        yield return Xml("Empty XML", string.Empty);
        yield return Xml("An element of HTML", "<html><body/></html>");
        yield return Xml("Heavy: 50,000 elements nobody knows", Patient("<b/>".Times(50_000)));
        yield return Xml("An attribute of 1 MB", Patient($"<active value=\"{"x".Times(1_000_000)}\"/>"));
        yield return new("UTF-16 XML with its mark", 201, 400) { ContentType = "application/fhir+xml", Body = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"<Patient {Space}/>")] };
        yield return new("A processing instruction", 201, 400) { ContentType = "application/fhir+xml", Text = $"<?xml-stylesheet href=\"http://127.0.0.1:9/x\"?><Patient {Space}><active value=\"true\"/></Patient>" };
        yield return new("XML as JSON", 400) { Text = $"<Patient {Space}/>" };
    }

    private static string EntityBomb()
    {
        var entities = string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY e{i} \"&e{i - 1};&e{i - 1};&e{i - 1};\">"));
        return $"<!DOCTYPE Patient [<!ENTITY e0 \"ha\">{entities}]>{Patient("<language value=\"&e30;\"/>")}";
    }

    private static string Patient(string content) => $"<Patient {Space}>{content}</Patient>";

    private static FhirCase Xml(string name, string body) => new(name, 400) { ContentType = "application/fhir+xml", Text = body };
}
