using System.Collections.Frozen;
using System.Xml;

namespace FhirNaltrexone.Validation.Content;

/// <summary>
/// What the narrative of a resource may be made of (FHIR R4, 2.4.0; invariants txt-1 and txt-2): the formatting of HTML 4.0, chapters 7 to 11
/// without 9.4, and 15, links and images; no scripts, be it as the target of a
/// link, no forms, frames, objects or events. It says something.
/// </summary>
internal static class NarrativeRules
{
    private const string Xhtml = "http://www.w3.org/1999/xhtml";
    private const int LongestScriptScheme = 11;

    private static readonly string[] ScriptSchemes = ["javascript:", "vbscript:"];

    private static readonly FrozenSet<string> Elements = FrozenSet.Create(
        StringComparer.Ordinal,
        "div", "span", "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "address", "bdo", "pre", "blockquote", "q", "em", "strong", "dfn", "code", "samp",
        "kbd", "var", "cite", "abbr", "acronym", "sub", "sup", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tfoot", "tbody", "colgroup",
        "col", "tr", "th", "td", "tt", "i", "b", "big", "small", "a", "img", "map", "area");

    private static readonly FrozenSet<string> CommonAttributes = FrozenSet.Create(
        StringComparer.Ordinal, "id", "class", "style", "title", "lang", "xml:lang", "xml:space", "dir", "accesskey", "tabindex", "xmlns");

    private static readonly FrozenDictionary<string, string[]> Attributes = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["a"] = ["href", "name", "charset", "type", "hreflang", "rel", "rev", "shape", "coords", "target"],
        ["img"] = ["src", "alt", "longdesc", "height", "width", "usemap", "ismap", "border"],
        ["map"] = ["name"],
        ["area"] = ["shape", "coords", "href", "nohref", "alt"],
        ["blockquote"] = ["cite"],
        ["q"] = ["cite"],
        ["table"] = ["summary", "width", "border", "frame", "rules", "cellspacing", "cellpadding"],
        ["colgroup"] = ["span", "width", "align", "valign", "char", "charoff"],
        ["col"] = ["span", "width", "align", "valign", "char", "charoff"],
        ["thead"] = ["align", "valign", "char", "charoff"],
        ["tfoot"] = ["align", "valign", "char", "charoff"],
        ["tbody"] = ["align", "valign", "char", "charoff"],
        ["tr"] = ["align", "valign", "char", "charoff"],
        ["th"] = ["abbr", "axis", "headers", "scope", "rowspan", "colspan", "align", "valign", "char", "charoff", "nowrap", "width"],
        ["td"] = ["abbr", "axis", "headers", "scope", "rowspan", "colspan", "align", "valign", "char", "charoff", "nowrap", "width"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // HTML's own entities are not known in XML, and a document type could name anything.
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };

    /// <summary>Whether a text is a narrative as the rules want it.</summary>
    /// <param name="text">The value of <c>Narrative.div</c>.</param>
    public static bool Allow(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return Allow(reader);
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static bool Allow(XmlReader reader)
    {
        var saysSomething = false;
        while (reader.Read())
        {
            if (reader.Depth > Nesting.Resource) return false;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if ((reader.Depth == 0 && reader.LocalName != "div") || !AllowElement(reader)) return false;
                    saysSomething |= reader.LocalName == "img";
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    saysSomething |= !string.IsNullOrWhiteSpace(reader.Value);
                    break;
                case XmlNodeType.ProcessingInstruction:
                    return false;
            }
        }

        return saysSomething;
    }

    private static bool AllowElement(XmlReader reader)
    {
        var element = reader.LocalName;
        if (reader.NamespaceURI != Xhtml || !Elements.Contains(element)) return false;
        while (reader.MoveToNextAttribute())
        {
            if (!CommonAttributes.Contains(reader.Name) && !reader.Name.StartsWith("xmlns:", StringComparison.Ordinal)
                && !(Attributes.TryGetValue(element, out var own) && own.Contains(reader.Name))) return false;
            if (IsScript(reader.Value)) return false;
        }

        reader.MoveToElement();
        return true;
    }

    // Browsers skip white space and control characters within the scheme of a link.
    private static bool IsScript(string value)
    {
        var plain = string.Concat(value.Where(each => each > ' ').Take(LongestScriptScheme));
        return Array.Exists(ScriptSchemes, scheme => plain.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
    }
}
